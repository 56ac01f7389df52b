// In place of what markdown-it finds bare addresses with, which it does nowhere here (`linkify: false`).
export class LinkifyIt {}
