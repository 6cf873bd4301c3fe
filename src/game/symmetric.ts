// Two small pieces of linear algebra over symmetric matrices, row by row in one array: enough to fit a floor, and no more.

const SWEEPS = 60;

/** The eigenvector of a symmetric matrix that belongs to its least eigenvalue, of length 1: Jacobi's rotations, exact to rounding. The matrix is used up. */
export function leastEigenvector(matrix: Float64Array, size: number): Float64Array {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(matrix, size) > 0; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(matrix, vectors, size, p, q);
  let least = 0;
  for (let i = 1; i < size; i += 1)
    if (at(matrix, i * size + i) < at(matrix, least * size + least)) least = i;
  return Float64Array.from({ length: size }, (_, row) => at(vectors, row * size + least));
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p += 1)
    for (let q = p + 1; q < size; q += 1) sum += at(matrix, p * size + q) ** 2;
  return sum;
}

/** Turns the plane of two axes so that what couples them is nothing. */
function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const coupling = at(matrix, p * size + q);
  if (coupling === 0) return;
  const lean = (at(matrix, q * size + q) - at(matrix, p * size + p)) / (2 * coupling);
  const tangent = (lean < 0 ? -1 : 1) / (Math.abs(lean) + Math.sqrt(lean * lean + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (values: Float64Array, first: number, second: number): void => {
    const [a, b] = [at(values, first), at(values, second)];
    values[first] = cosine * a - sine * b;
    values[second] = sine * a + cosine * b;
  };
  for (let k = 0; k < size; k += 1) turn(matrix, k * size + p, k * size + q);
  for (let k = 0; k < size; k += 1) turn(matrix, p * size + k, q * size + k);
  for (let k = 0; k < size; k += 1) turn(vectors, k * size + p, k * size + q);
  matrix[p * size + q] = 0;
  matrix[q * size + p] = 0;
}

/** Solves `matrix x = right` by Cholesky's factors; null where the matrix is not positive definite. Neither is changed. */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const size = right.length;
  const factor = new Float64Array(size * size);
  const solved = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(matrix, row * size + column);
      for (let k = 0; k < column; k += 1) sum -= at(factor, row * size + k) * at(factor, column * size + k);
      if (row !== column) factor[row * size + column] = sum / at(factor, column * size + column);
      else if (sum > 0) factor[row * size + row] = Math.sqrt(sum);
      else return null;
    }
    for (let k = 0; k < row; k += 1)
      solved[row] = at(solved, row) - at(factor, row * size + k) * at(solved, k);
    solved[row] = at(solved, row) / at(factor, row * size + row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1)
      solved[row] = at(solved, row) - at(factor, k * size + row) * at(solved, k);
    solved[row] = at(solved, row) / at(factor, row * size + row);
  }
  return solved;
}
