// What somebody wrote, as text and nothing else: with its marks, and with web addresses that can be followed.
import type { ComponentChildren } from 'preact'
import type { Mentions } from '#protocol/mention.ts'
import { type Block, blocksOf } from '../state/blocks.ts'
import type { Span } from '../state/spans.ts'
import { MarkedText } from './mentions.tsx'

interface Props {
  readonly text: string
  readonly mentions?: Mentions | undefined
  readonly children?: ComponentChildren
}

/** The children are said about the text and stand behind it. */
export function Text({ text, mentions, children }: Props) {
  const blocks = blocksOf(text)
  const [first] = blocks
  if (blocks.length === 1 && first?.kind === 'text')
    return (
      <p class="body" dir="auto">
        <span class="text">
          <Spans spans={first.spans} mentions={mentions} />
        </span>
        {children}
      </p>
    )
  return (
    <div class="body" dir="auto">
      <div class="text">
        <Blocks blocks={blocks} mentions={mentions} />
      </div>
      {children}
    </div>
  )
}

type Shown<What> = What & Pick<Props, 'mentions'>

const Blocks = ({ blocks, mentions }: Shown<{ blocks: readonly Block[] }>) => (
  <>
    {blocks.map((block, index) => (
      <Part key={index} block={block} mentions={mentions} />
    ))}
  </>
)

function Part({ block, mentions }: Shown<{ block: Block }>) {
  switch (block.kind) {
    case 'text':
      return (
        <p dir="auto">
          <Spans spans={block.spans} mentions={mentions} />
        </p>
      )
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <pre dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} mentions={mentions} />
        </blockquote>
      )
    case 'list':
      return <List list={block} mentions={mentions} />
  }
}

function List({ list: { numbered, items }, mentions }: Shown<{ list: Extract<Block, { kind: 'list' }> }>) {
  const rows = items.map(({ number, blocks }, index) => (
    <li key={index} value={number}>
      <Blocks blocks={blocks} mentions={mentions} />
    </li>
  ))
  return numbered ? <ol>{rows}</ol> : <ul>{rows}</ul>
}

const Spans = ({ spans, mentions }: Shown<{ spans: readonly Span[] }>) => (
  <>
    {spans.map((span, index) => {
      const inner = <Bare span={span} mentions={mentions} />
      const slanted = span.italic ? <em>{inner}</em> : inner
      return span.bold ? <strong key={index}>{slanted}</strong> : <span key={index}>{slanted}</span>
    })}
  </>
)

function Bare({ span: { text, code, href }, mentions }: Shown<{ span: Span }>) {
  if (code) return <code>{text}</code>
  if (href)
    return (
      <a href={href} title={href === text ? undefined : href} target="_blank" rel="noopener noreferrer">
        {text}
      </a>
    )
  return <MarkedText text={text} mentions={mentions} />
}
