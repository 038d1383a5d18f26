import type { LinearModel } from './linear.ts'

/** Written by `vigie train guard` from 588 examples; not to be edited by hand. */
export const TONE: LinearModel = {
  bias: -1.246,
  weights: [
    3.128, -0.184, 0.364, -0.159, -0.291, -1.2, -0.741, -0.921, -1.005, -0.558, 0.021, -0.339, -0.706, 1.795, 0.854,
    -0.101, 0.613, 0.181, 0.724, -0.216, -0.448, 0.247, -0.101, -2.432, 1.431, 1.397, 0.168, 0.182, -0.854, -0.049,
    -0.592, -1.071, -0.487, 0.45, -2.06, -1.979, 1.633, 0,
  ],
  table: '',
  step: 3.225806451612904e-11,
}
