/** 民法典 art. 188: a claim can be brought for three years; so long both sides may need the proof (个人信息保护法 art. 69). */
const YEARS = 3;

/** Until when a proof is kept that something was looked at, consented to, taken back or deleted at this instant. */
export function proofEnd(now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  return end;
}
