/** What can be taken out as a table. */
export const csvTables = ['note', 'checkin', 'pause', 'shift'] as const
export type CsvTable = (typeof csvTables)[number]
