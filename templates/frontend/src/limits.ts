/**
 * Lengths in characters, and scales, of what may be entered. By `import * as LIMITS` a page has those it names.
 * Written by `python -m workshop_kit.live.contract`; do not edit. A test fails when it is not the present one.
 */
export const bytes = { least: 0, most: 1000000000 } as const;
export const category = { shortest: 1, longest: 60 } as const;
export const cell = { shortest: 0, longest: 4000 } as const;
export const competence = { least: 0, most: 3 } as const;
export const contact = { shortest: 0, longest: 160 } as const;
export const contact_point = { shortest: 0, longest: 200 } as const;
export const copies = { least: 1, most: 300 } as const;
export const dots = { least: 0, most: 2 } as const;
export const email = { shortest: 0, longest: 254 } as const;
export const file_name = { shortest: 1, longest: 255 } as const;
export const follow_up = { shortest: 0, longest: 300 } as const;
export const group_title = { shortest: 1, longest: 160 } as const;
export const held_reason = { shortest: 0, longest: 160 } as const;
export const helper_code = { shortest: 1, longest: 60 } as const;
export const hour = { shortest: 0, longest: 12 } as const;
export const idea = { shortest: 3, longest: 1000 } as const;
export const interest = { least: -2, most: 2 } as const;
export const line = { least: 0, most: 10000000 } as const;
export const minutes = { least: 1, most: 90 } as const;
export const minutes_more = { least: -90, most: 90 } as const;
export const mission_title = { shortest: 1, longest: 120 } as const;
export const next_step = { shortest: 0, longest: 160 } as const;
export const number = { least: 0, most: 1000000 } as const;
export const organiser = { shortest: 0, longest: 120 } as const;
export const owner = { shortest: 0, longest: 80 } as const;
export const part = { shortest: 0, longest: 240 } as const;
export const person_name = { shortest: 1, longest: 80 } as const;
export const phone = { shortest: 0, longest: 25 } as const;
export const places = { least: 1, most: 1000 } as const;
export const planned = { least: 0, most: 600 } as const;
export const pseudonym = { shortest: 1, longest: 40 } as const;
export const referent = { shortest: 0, longest: 120 } as const;
export const search = { shortest: 0, longest: 80 } as const;
export const seat_code = { shortest: 1, longest: 40 } as const;
export const sector = { shortest: 1, longest: 120 } as const;
export const slip = { least: 1, most: 9999 } as const;
export const stake = { shortest: 1, longest: 120 } as const;
export const stakeholder = { shortest: 1, longest: 160 } as const;
export const stakeholder_sector = { shortest: 0, longest: 160 } as const;
export const statement = { shortest: 0, longest: 500 } as const;
export const tables = { shortest: 0, longest: 40 } as const;
export const workshop_territory = { shortest: 1, longest: 120 } as const;
export const workshop_title = { shortest: 1, longest: 120 } as const;
