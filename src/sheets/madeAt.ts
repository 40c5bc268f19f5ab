/** @example minuteOf(new Date(2024, 6, 5, 9, 3)) // "2024-07-05 09:03", the time where the person is */
export function minuteOf(time: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
