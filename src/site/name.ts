export const SITE_NAME = '東京の就労支援カタログ'
export const SITE_LEAD = '区市町村が計画した、働きたい人と事業所を支える事業を探せます。'
