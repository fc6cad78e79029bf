import type { Dataset, WithContext } from 'schema-dts'
import type { About } from './data-package.ts'
import type { ColumnInfo } from './table.ts'

/** A file that can be fetched. */
export interface Distribution {
  title: string
  description: string
  address: string
  mediaType: string
  bytes: number
  sha256: string
}

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/'

/** The months that the plans cover: of fiscal years, from the first April to the last March. */
const monthsOf = (fiscalYears: readonly number[]): { from: string; to: string } => ({
  from: `${String(Math.min(...fiscalYears))}-04`,
  to: `${String(Math.max(...fiscalYears) + 1)}-03`,
})

/** A dataset: what is said of it, and its files. */
export interface Described {
  about: About
  distributions: readonly Distribution[]
}

const JAPANESE = { '@id': 'http://publications.europa.eu/resource/authority/language/JPN' }
const inJapanese = (text: string) => ({ '@language': 'ja', '@value': text })
const day = (value: string) => ({ '@type': 'xsd:date', '@value': value })
const month = (value: string) => ({ '@type': 'xsd:gYearMonth', '@value': value })

const distributionOf = (file: Distribution, page: string) => ({
  '@id': file.address,
  '@type': 'dcat:Distribution',
  'dct:title': inJapanese(file.title),
  'dct:description': inJapanese(file.description),
  'dcat:accessURL': { '@id': page },
  'dcat:downloadURL': { '@id': file.address },
  // A type that is not registered has no address.
  ...(file.mediaType.includes('/x-')
    ? { 'dct:format': { '@type': 'dct:MediaTypeOrExtent', 'rdfs:label': file.mediaType } }
    : { 'dcat:mediaType': { '@id': `${MEDIA_TYPES}${file.mediaType}` } }),
  'dct:rights': {
    '@type': 'dct:RightsStatement',
    'rdfs:label': '計画書そのものの利用条件は、確かめられていない。',
  },
  'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(file.bytes) },
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 },
  },
})

function datasetOf({ about, distributions }: Described, publisher: object) {
  const { from, to } = monthsOf(about.fiscalYears)
  return {
    '@type': 'dcat:Dataset',
    'dct:title': inJapanese(about.title),
    'dct:description': inJapanese(about.description),
    'dct:identifier': about.name,
    'dct:language': JAPANESE,
    'dct:publisher': publisher,
    'dct:issued': day(about.issued),
    'dct:modified': day(about.modified),
    'dct:spatial': { '@type': 'dct:Location', 'dct:title': '東京都', 'dct:identifier': '130001' },
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': month(from), 'dcat:endDate': month(to) },
    'dct:provenance': about.sheets.map(({ title, source }) => ({
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': `${title}（${source}）`,
    })),
    'dcat:landingPage': { '@id': about.page },
    'dcat:contactPoint': {
      '@type': 'vcard:Organization',
      'vcard:fn': about.publisher,
      ...(about.mail === null
        ? { 'vcard:hasURL': { '@id': about.page } }
        : { 'vcard:hasEmail': { '@id': `mailto:${about.mail}` } }),
    },
    'dcat:keyword': ['東京都', '区市町村', '雇用', '就業支援', '計画書'],
    'dcat:distribution': distributions.map((file) => distributionOf(file, about.page)),
  }
}

/**
 * The catalogue as DCAT, in JSON-LD: the dataset of all years, then that of each. There is no licence: that of the plan
 * sheets is not known.
 */
export function dcatCatalog(address: string, whole: Described, years: readonly Described[]) {
  const { about } = whole
  const publisher = { '@id': `${address}#publisher`, '@type': 'foaf:Agent', 'foaf:name': about.publisher }
  const id = `${address}#dataset`
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      foaf: 'http://xmlns.com/foaf/0.1/',
      vcard: 'http://www.w3.org/2006/vcard/ns#',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${address}#catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': inJapanese(about.title),
    'dct:description': inJapanese(about.description),
    'dct:language': JAPANESE,
    'dct:publisher': publisher,
    'dct:issued': day(about.issued),
    'dct:modified': day(about.modified),
    'foaf:homepage': { '@id': about.page },
    'dcat:dataset': [
      { '@id': id, ...datasetOf(whole, publisher) },
      ...years.map((year) => ({
        '@id': `${id}-${year.about.fiscalYears.join('-')}`,
        ...datasetOf(year, publisher),
        'dct:isPartOf': { '@id': id },
      })),
    ],
  }
}

/** The dataset for search engines. */
export function datasetLd(
  about: About,
  columns: readonly ColumnInfo[],
  distributions: readonly Distribution[],
): WithContext<Dataset> {
  const { from, to } = monthsOf(about.fiscalYears)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': `${about.page}#dataset`,
    name: about.title,
    description: about.description,
    url: about.page,
    identifier: about.name,
    inLanguage: 'ja',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: about.publisher, url: about.page },
    isBasedOn: about.sheets.map(({ title }) => ({ '@type': 'CreativeWork', name: title })),
    spatialCoverage: { '@type': 'AdministrativeArea', name: '東京都', identifier: '130001' },
    temporalCoverage: `${from}/${to}`,
    datePublished: about.issued,
    dateModified: about.modified,
    variableMeasured: columns
      .filter(({ type }) => type === 'integer')
      .map(({ name, meaning, unit }) => ({
        '@type': 'PropertyValue',
        name,
        description: meaning,
        ...(unit === null ? {} : { unitText: unit }),
      })),
    includedInDataCatalog: { '@type': 'DataCatalog', name: about.title, url: about.page },
    distribution: distributions.map(({ title, address, mediaType, bytes }) => ({
      '@type': 'DataDownload',
      name: title,
      contentUrl: address,
      encodingFormat: mediaType,
      contentSize: `${String(bytes)} B`,
    })),
  }
}
