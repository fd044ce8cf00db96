// What a reader is told where Python cannot be fetched: here and in the live notebooks.
export const LONG = 20; // seconds without a word from the host

export function unreachable(host, waiting) {
  const name = new URL(host).host;
  return waiting
    ? `Still waiting for ${name}, where Python comes from, after ${LONG} seconds. A `
      + "network can be slow, or block this address."
    : `Python cannot be fetched from ${name}. You may be offline, or your network may `
      + "block this address.";
}

export const INSTEAD = "What to do: try again later, or in another network.";
