import type { BreadcrumbList, DefinedTermSet, GovernmentService, WithContext } from 'schema-dts'
import type { CatalogueProject } from '../catalogue/catalogue.ts'
import type { Term } from '../register/glossary.ts'
import { projectTitle } from '../words/project.ts'

/** A programme for machines that read pages: schema.org has no place for its budget and its year. */
export const projectLd = (project: CatalogueProject, address: string): WithContext<GovernmentService> => {
  const { municipality, contact, id, name, summary, categoryLabel, url } = project
  const area = {
    '@type': 'AdministrativeArea',
    name: municipality.name,
    identifier: municipality.code,
    containedInPlace: { '@type': 'AdministrativeArea', name: '東京都' },
  } as const
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': address,
    url: address,
    identifier: id,
    name: name ?? projectTitle(project),
    description: summary.join('\n'),
    category: categoryLabel,
    areaServed: area,
    jurisdiction: area,
    provider: {
      '@type': 'GovernmentOrganization',
      name: municipality.name,
      department: { '@type': 'GovernmentOrganization', name: contact.department },
    },
    availableChannel: {
      '@type': 'ServiceChannel',
      servicePhone: {
        '@type': 'ContactPoint',
        telephone: `+81-${contact.phone.replace(/^0/, '')}`,
        contactType: contact.department,
        ...(contact.extension === null ? {} : { description: `内線 ${contact.extension}` }),
      },
      ...(url === null ? {} : { serviceUrl: url }),
    },
  }
}

/** Where a page stands among the others. */
export const breadcrumbLd = (steps: readonly { label: string; address: string }[]): WithContext<BreadcrumbList> => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ label, address }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: address,
  })),
})

export const glossaryLd = (glossary: readonly Term[], address: string, name: string): WithContext<DefinedTermSet> => ({
  '@context': 'https://schema.org',
  '@type': 'DefinedTermSet',
  '@id': address,
  name,
  hasDefinedTerm: glossary.map(({ term, meaning }) => ({
    '@type': 'DefinedTerm',
    name: term,
    description: meaning,
    url: `${address}#${encodeURIComponent(term)}`,
  })),
})
