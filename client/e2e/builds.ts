/** The builds that the journeys run. */
import path from 'node:path';

const DIST = path.join(__dirname, '..', 'dist');

export const WEAPP_DIST = path.join(DIST, 'weapp');
export const H5_DIST = path.join(DIST, 'h5');
