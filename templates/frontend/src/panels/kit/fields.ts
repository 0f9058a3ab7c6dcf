/** What fields have in common. */

/** A field that takes a word of one's own making: nothing is put right, filled in or kept by the device, nor by what keeps passwords. */
export const LEFT_ALONE = {
  autocomplete: "off",
  autocorrect: "off",
  spellcheck: false,
  "data-1p-ignore": true,
  "data-bwignore": true,
  "data-lpignore": "true",
} as const;
