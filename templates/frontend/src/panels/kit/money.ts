/** Sums as they are read: whole euros, grouped and placed as the language does. */
export const sayMoney = (lang: string, sum: number): string =>
  new Intl.NumberFormat(lang, { style: "currency", currency: "EUR", maximumFractionDigits: 0, minimumFractionDigits: 0 }).format(sum);
