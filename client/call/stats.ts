// What a connection tells of itself.

/** How many bytes have come in so far, by whatever way. */
export async function receivedOn(connection: RTCPeerConnection): Promise<number> {
  let sum = 0
  const report = await connection.getStats()
  report.forEach(({ type, bytesReceived = 0 }: { type: string; bytesReceived?: number }) => {
    if (type === 'candidate-pair') sum += bytesReceived
  })
  return sum
}
