// Pictures and sound of tracks.
import type { ComponentProps } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Volume } from '../../call/looking.ts'
import { setSpeaker } from '../../call/speaker.ts'

type Props = Omit<ComponentProps<'video'>, 'ref'> & { readonly track: MediaStreamTrack }

export function Picture({ track, ...props }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  useTrack(video, track)
  useLayoutEffect(() => {
    const element = video.current
    // A browser would go on showing the last picture of who is gone.
    return () => {
      if (element && document.pictureInPictureElement === element) void document.exitPictureInPicture()
    }
  }, [])
  return <video ref={video} autoplay playsInline muted {...props} />
}

interface SoundProps {
  readonly track: MediaStreamTrack
  readonly speaker: string | undefined
  readonly volume: Volume
  /** The browser lets nothing be heard before somebody has clicked. */
  readonly onBlocked: () => void
}

export function Sound({ track, speaker, volume: { level, muted }, onBlocked }: SoundProps) {
  const audio = useRef<HTMLAudioElement>(null)
  useTrack(audio, track)
  useLayoutEffect(() => {
    audio.current?.play().catch(error => error.name === 'NotAllowedError' && onBlocked())
  }, [track])
  useLayoutEffect(() => {
    if (audio.current) void setSpeaker(audio.current, speaker)
  }, [speaker])
  useLayoutEffect(() => {
    if (audio.current) Object.assign(audio.current, { volume: level, muted })
  }, [level, muted])
  // biome-ignore lint/a11y/useMediaCaption: nobody writes down what people say to each other
  return <audio ref={audio} autoplay />
}

function useTrack(element: { readonly current: HTMLMediaElement | null }, track: MediaStreamTrack): void {
  useLayoutEffect(() => {
    if (element.current) element.current.srcObject = new MediaStream([track])
    return () => {
      if (element.current) element.current.srcObject = null
    }
  }, [track])
}
