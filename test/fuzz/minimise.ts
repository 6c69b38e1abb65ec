/**
 * The shortest text that still breaks what a longer one broke, as far as leaving pieces out finds it: halves first, then ever smaller
 * pieces, down to single characters. `breaks` is asked at most a thousand times.
 */
export async function minimise(text: string, breaks: (candidate: string) => Promise<boolean>): Promise<string> {
  let shortest = text;
  let questions = 1000;
  for (let size = shortest.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < shortest.length && questions > 0;) {
      const candidate = shortest.slice(0, at) + shortest.slice(at + size);
      questions--;
      if (await breaks(candidate)) shortest = candidate;
      else at += size;
    }
  }
  return shortest;
}
