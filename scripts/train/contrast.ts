/** Unit vectors of questions and of texts enter; the in-batch contrastive loss and its gradients leave. */

/** Cosines are multiplied by this before the softmax: a temperature of 1/20. Safe 10 to 40. */
const SHARPNESS = 20;
/** Softmax terms below this are left out of the gradient; they would not change a 32-bit number that matters. */
const NEGLIGIBLE = 1e-6;

export interface Contrast {
  /** Mean loss a question, natural logarithm. */
  loss: number;
  questionGradient: Float32Array;
  textGradient: Float32Array;
}

/**
 * The loss of picking text i for question i among all texts of the batch, and question i for text i among all
 * questions, halves added (van den Oord 2018; symmetric as in Radford 2021).
 * @param questions n unit vectors
 * @param texts n unit vectors
 * @param weights how much each pair counts
 * @param clash whether text j would also be right for question i, and so must not count as wrong
 */
export function contrast(
  questions: Float32Array,
  texts: Float32Array,
  dimensions: number,
  weights: Float32Array,
  clash: (question: number, text: number) => boolean,
): Contrast {
  const n = weights.length;
  const cosines = products(questions, texts, n, n, dimensions);
  const likely = new Float32Array(n * n);
  const rowSums = new Float64Array(n);
  const columnSums = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i !== j && clash(i, j)) continue;
      // Cosines are at most 1, so subtracting 1 keeps the exponential in range.
      const value = Math.exp(SHARPNESS * ((cosines[i * n + j] as number) - 1));
      likely[i * n + j] = value;
      rowSums[i] = (rowSums[i] as number) + value;
      columnSums[j] = (columnSums[j] as number) + value;
    }

  let total = 0;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights[i] as number;
    const right = 2 * SHARPNESS * ((cosines[i * n + i] as number) - 1);
    total += weight;
    loss += weight * (Math.log(rowSums[i] as number) + Math.log(columnSums[i] as number) - right);
  }
  const scale = SHARPNESS / (2 * total);
  const slopes = likely;
  for (let i = 0; i < n; i++) {
    const inRow = (scale * (weights[i] as number)) / (rowSums[i] as number);
    for (let j = 0; j < n; j++) {
      const inColumn = (scale * (weights[j] as number)) / (columnSums[j] as number);
      slopes[i * n + j] = (likely[i * n + j] as number) * (inRow + inColumn);
    }
    slopes[i * n + i] = (slopes[i * n + i] as number) - 2 * scale * (weights[i] as number);
  }
  return {
    loss: loss / (2 * total),
    questionGradient: combine(slopes, texts, n, n, dimensions, n, 1),
    textGradient: combine(slopes, questions, n, n, dimensions, 1, n),
  };
}

/** All dot products, four texts at a time so that a question's numbers are read once for four. */
function products(a: Float32Array, b: Float32Array, n: number, m: number, d: number): Float32Array {
  const out = new Float32Array(n * m);
  for (let i = 0; i < n; i += 2) {
    const p = i * d;
    const q = i + 1 < n ? p + d : p;
    for (let j = 0; j < m; j += 4) {
      const b0 = j * d;
      const b1 = Math.min(j + 1, m - 1) * d;
      const b2 = Math.min(j + 2, m - 1) * d;
      const b3 = Math.min(j + 3, m - 1) * d;
      let p0 = 0;
      let p1 = 0;
      let p2 = 0;
      let p3 = 0;
      let q0 = 0;
      let q1 = 0;
      let q2 = 0;
      let q3 = 0;
      for (let k = 0; k < d; k++) {
        const x = a[p + k] as number;
        const y = a[q + k] as number;
        const v0 = b[b0 + k] as number;
        const v1 = b[b1 + k] as number;
        const v2 = b[b2 + k] as number;
        const v3 = b[b3 + k] as number;
        p0 += x * v0;
        p1 += x * v1;
        p2 += x * v2;
        p3 += x * v3;
        q0 += y * v0;
        q1 += y * v1;
        q2 += y * v2;
        q3 += y * v3;
      }
      const at = i * m + j;
      out[at] = p0;
      if (j + 1 < m) out[at + 1] = p1;
      if (j + 2 < m) out[at + 2] = p2;
      if (j + 3 < m) out[at + 3] = p3;
      if (i + 1 < n) {
        out[at + m] = q0;
        if (j + 1 < m) out[at + m + 1] = q1;
        if (j + 2 < m) out[at + m + 2] = q2;
        if (j + 3 < m) out[at + m + 3] = q3;
      }
    }
  }
  return out;
}

/** Row i of the result is the sum over j of slopes(i, j) times row j of vectors; tiny slopes are skipped. */
function combine(
  slopes: Float32Array,
  vectors: Float32Array,
  n: number,
  m: number,
  d: number,
  rowStride: number,
  columnStride: number,
): Float32Array {
  const out = new Float32Array(n * d);
  const kept = new Int32Array(m + 3);
  const negligible = (NEGLIGIBLE * SHARPNESS) / Math.max(n, m);
  for (let i = 0; i < n; i++) {
    let count = 0;
    for (let j = 0; j < m; j++)
      if (Math.abs(slopes[i * rowStride + j * columnStride] as number) > negligible)
        kept[count++] = j;
    const to = i * d;
    for (let c = 0; c < count; c += 4) {
      const j0 = kept[c] as number;
      const j1 = c + 1 < count ? (kept[c + 1] as number) : j0;
      const j2 = c + 2 < count ? (kept[c + 2] as number) : j0;
      const j3 = c + 3 < count ? (kept[c + 3] as number) : j0;
      const base = i * rowStride;
      const s0 = slopes[base + j0 * columnStride] as number;
      const s1 = c + 1 < count ? (slopes[base + j1 * columnStride] as number) : 0;
      const s2 = c + 2 < count ? (slopes[base + j2 * columnStride] as number) : 0;
      const s3 = c + 3 < count ? (slopes[base + j3 * columnStride] as number) : 0;
      const v0 = j0 * d;
      const v1 = j1 * d;
      const v2 = j2 * d;
      const v3 = j3 * d;
      for (let k = 0; k < d; k++)
        out[to + k] =
          (out[to + k] as number) +
          s0 * (vectors[v0 + k] as number) +
          s1 * (vectors[v1 + k] as number) +
          s2 * (vectors[v2 + k] as number) +
          s3 * (vectors[v3 + k] as number);
    }
  }
  return out;
}
