import type { LinearModel } from './linear.ts'

/** Written by train-guard.ts from 588 examples; not to be edited by hand. */
export const TONE: LinearModel = {
  bias: -1.247,
  weights: [3.132, -0.186, 0.365, -0.159, -0.292, -1.198, -0.736, -0.918, -1.002, -0.554, 0.019, -0.339, -0.712, 1.801, 0.856, -0.093, 0.614, 0.183, 0.725, -0.214, -0.447, 0.24, -0.1, -2.434, 1.436, 1.409, 0.167, 0.183, -0.829, -0.05, -0.594, -1.072, -0.502, 0.464, -2.059, -1.986, 1.623, 0],
  table: '',
  step: 3.225806451612904e-11,
}
