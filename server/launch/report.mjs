/** Reads jest's JSON report: how many tests passed and failed, and what a person needs to see of the failures. */

const FAILURE_LINES = 120;

/**
 * A suite that could not run counts as one failed test; so does a run that ended badly without any failed test (an
 * error in its set-up or tear-down), and one in which there was nothing to run.
 * @param exitCode jest's own
 * @returns { passed, failed, skipped, words } — words are empty when all is well
 */
export function readReport(report, exitCode) {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  const failedSuites = testResults.filter(({ status }) => status === 'failed');
  const brokenSuites = failedSuites.filter(({ assertionResults }) => !assertionResults.some(isFailed));
  const words = failedSuites.map(({ message }) => message.split('\n').slice(0, FAILURE_LINES).join('\n'));
  let failed = numFailedTests + brokenSuites.length;
  if (failed === 0 && passed === 0) {
    failed = 1;
    words.push('一个测试也没有运行。');
  } else if (failed === 0 && exitCode !== 0) {
    failed = 1;
    words.push('测试都通过了，但测试程序没有正常结束。');
  }
  return { passed, failed, skipped: numPendingTests + numTodoTests, words: words.join('\n') };
}

const isFailed = ({ status }) => status === 'failed';
