// Makes a text field as high as what is written in it; the style sheet sets the limit.

export function fitHeight(field: HTMLTextAreaElement | null): void {
  if (!field) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
