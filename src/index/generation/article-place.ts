/** Locates an article in a generation: the segment's place in the manifest, and the article's number in the segment. */
export interface ArticlePlace {
  readonly segment: number
  readonly article: number
}
