/** Numbers that name a person: whether what was typed can be one at all. That it is theirs, only the register knows. */

/** What a form takes at most. */
export const ID_NUMBER_CHARACTERS = 18;
export const PHONE_CHARACTERS = 11;

const ID_NUMBER = /^[1-9]\d{16}[\dX]$/;
/** GB 11643-1999: the weight of each of the first 17 digits, and the check character by the sum's remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** As it is kept: half-width, without spaces, the check character in upper case. */
export function normalizeIdNumber(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** The check character of the first 17 digits of an identity number. */
export function idNumberCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return CHECK_CHARACTERS[sum % 11] as string;
}

/** True for 18 characters with a birth date that exists and the right check character. */
export function isIdNumber(idNumber: string): boolean {
  return (
    ID_NUMBER.test(idNumber) && isDay(birthDateOf(idNumber)) && idNumberCheck(idNumber.slice(0, 17)) === idNumber[17]
  );
}

/** `YYYY-MM-DD`, from the 7th to the 14th digit. */
export function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** By the 17th digit: odd for men, even for women. */
export function genderOf(idNumber: string): 'male' | 'female' {
  return Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === date;
}

/** True for a mainland mobile number: eleven digits that begin with 13 to 19. */
export function isMobileNumber(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone);
}
