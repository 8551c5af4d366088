/**
 * Studies behind Lull's words and rules, as references: authors, year, place. Names and numbers only, so
 * they are the same in every language. Those that were looked up in the paper itself or its summary.
 */
export const sources: readonly string[] = [
  'Albulescu and others, 2022 (N = 2,335)',
  'Balban and others, 2023 (N = 108 to 114)',
  'Baranik and others, 2017 (N = 737)',
  'Bentley and others, 2023, PMC10741869 (58 studies)',
  'Bono and others, 2013',
  'Fincham and others, 2023 (12 trials, N = 785)',
  'Fincham and others, 2023, doi 10.1038/s41598-023-49279-8 (N = 400)',
  'Hülsheger and Schewe, 2011 (95 studies)',
  'Keiser and Arthur, 2021 and 2022',
  'Kross and Ayduk, 2008',
  'Magnon and others, 2021 (N = 47)',
  'McCance and others, 2013',
  'Meier and others, 2016',
  'Nook and others, 2021 (N = 80 and 60)',
  'Shao and others, 2024 (31 studies, N = 1,133)',
  'Song and others, 2018, doi 10.5465/amj.2016.0448 (N = 94)',
  'Szulczewski, 2019, PLOS ONE 0218550',
  'Torre and Lieberman, 2018',
  'Vlemincx and others, 2016, Physiology & Behavior 165, 127 (N = 34)',
  'Wang and others, 2013, Journal of Applied Psychology 98, 989',
  'Zhan and others, 2011 (N = 149)',
]
