/** The Markdown parser by a name of its own, as the parts of the extension are asked for by names. */
export { default as MarkdownIt } from 'markdown-it';
