import { type Choices, MEANS, type Means } from '#core/notification/choices.ts'
import { TOPICS, type Topic } from '#core/notification/topics.ts'
import { Panel } from '../shell/page.tsx'
import { Tick } from '../ui/field.tsx'
import { useNoticeWords } from './words.ts'

interface Props {
  means: Choices['means']
  email: { address: string; ready: boolean }
  onChange: (means: Choices['means']) => void
}

/** Each kind of news with its means; what is grave says why it goes through quiet hours. */
export function Topics({ means, email, onChange }: Props) {
  const words = useNoticeWords()
  const toggle = (topic: Topic, one: Means, on: boolean) => {
    const rest = means[topic].filter((kept) => kept !== one)
    onChange({ ...means, [topic]: on ? [...rest, one] : rest })
  }
  return (
    <Panel title={words.choose} note={words.chooseNote}>
      <p className={email.ready ? 'quiet' : 'late'}>{email.ready ? words.mailTo(email.address) : words.noMail}</p>
      <ul className="notice-topics">
        {TOPICS.map((topic) => (
          <li key={topic}>
            <span id={`topic-${topic}`}>
              {words.topics[topic]}
              {words.grave[topic] !== undefined && <span className="quiet small"> {words.grave[topic]}</span>}
            </span>
            <fieldset className="notice-means" aria-labelledby={`topic-${topic}`}>
              {MEANS.map((one) => (
                <Tick
                  key={one}
                  label={words.means[one]}
                  checked={means[topic].includes(one)}
                  disabled={one === 'email' && !email.ready}
                  onChange={(e) => toggle(topic, one, e.target.checked)}
                />
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
