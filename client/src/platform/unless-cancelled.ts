/** What somebody chooses; undefined when they close the chooser, which WeChat calls a failure: `chooseMedia:fail cancel`. */
export async function unlessCancelled<Chosen>(choosing: Promise<Chosen>): Promise<Chosen | undefined> {
  try {
    return await choosing;
  } catch (failure) {
    if (/cancel/i.test((failure as { errMsg?: string }).errMsg ?? '')) return undefined;
    throw failure;
  }
}
