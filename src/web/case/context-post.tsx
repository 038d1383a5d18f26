import type { MessageView } from '#contract/case-view.ts'
import { LinkedText } from '../ui/linked-text.tsx'

type Post = MessageView['above'][number]

/** Posts around a message, that are not part of the exchange: what the customer answers to, or quotes. */
export function ContextPosts({ title, posts }: { title: string; posts: readonly Post[] }) {
  if (posts.length === 0) return null
  return (
    <aside className="context-posts" aria-label={title}>
      <span className="small">{title}</span>
      {posts.map((post) => (
        <div key={`${post.handle} ${post.permalink ?? post.text}`}>
          <b>{post.authorName}</b> <span className="small">{post.handle}</span>
          <p dir="auto">
            <LinkedText text={post.text} />
          </p>
        </div>
      ))}
    </aside>
  )
}
