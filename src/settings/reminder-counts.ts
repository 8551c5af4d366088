/** How many check-ins a shift may be asked for: three offers in all (design.md, "When Lull speaks" 4). */
export const reminderCounts = [0, 1, 2, 3] as const
export type ReminderCount = (typeof reminderCounts)[number]
