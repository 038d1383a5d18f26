import type { Insertable, Selectable, Updateable } from 'kysely'
import type { CodeMakers, PasskeyChallenges, Passkeys, RecoveryCodes, SpeechHalts } from './tables/access.ts'
import type { Alerts, SurgeSeries } from './tables/alert.ts'
import type { Approvals } from './tables/approval.ts'
import type { EventAnchors, EventChains, EventSeals } from './tables/audit.ts'
import type { CaseQuestions, Commitments, FactSources, GestureReversals, Gestures } from './tables/case-file.ts'
import type { ChannelAccounts, ConnectorMemory, Receipts } from './tables/channel.ts'
import type { CharterApprovals, CharterVersions } from './tables/charter.ts'
import type { IncidentLog, IncidentMentions, IncidentRoles, Incidents, MaySay } from './tables/crisis.ts'
import type { DrillActs, DrillHappenings, DrillNotes, DrillPeople, Drills } from './tables/drill.ts'
import type { AlertGravities, AlertRecipients, AlertWays, Bulletins, SituationNotes } from './tables/gravity.ts'
import type { Contests, RuleSwitches } from './tables/guard.ts'
import type { MessageChecks, Removals } from './tables/moderation.ts'
import type { NotificationChoices, NotificationDevices, Tellings } from './tables/notice.ts'
import type {
  AffectedOrders,
  Objections,
  OrderImports,
  Outreaches,
  OutreachPeople,
  RejectedLines,
} from './tables/outreach.ts'
import type {
  Authors,
  Customers,
  Installation,
  Links,
  Members,
  Memberships,
  Sessions,
  Workspaces,
} from './tables/people.ts'
import type {
  DepartmentTopics,
  DigestLines,
  Digests,
  RadarMemory,
  RadarMutes,
  RadarSeries,
  RadarStories,
} from './tables/radar.ts'
import type { ScheduledAllowed, ScheduledPosts } from './tables/scheduled.ts'
import type {
  Conversations,
  Deliveries,
  DeliveryAttempts,
  Drafts,
  EarlyActivities,
  Files,
  Messages,
  MessageVersions,
} from './tables/speech.ts'
import type { PreparedStatements, StatementDrafts, StatementPosts, Statements } from './tables/statement.ts'
import type {
  Absences,
  Autonomies,
  DepartmentPeople,
  Departments,
  HoleNotices,
  RoutingHands,
  RoutingRules,
  Routings,
  Shifts,
} from './tables/team.ts'
import type { MessageReadings } from './tables/triage.ts'
import type { VoucherEnds, VoucherRulesTable, Vouchers } from './tables/voucher.ts'
import type {
  BusinessCalendars,
  CaseLabels,
  CaseNumbers,
  Cases,
  Events,
  Facts,
  Labels,
  Notes,
  Notifications,
  Presences,
  SavedViews,
  SlaPolicies,
} from './tables/work.ts'

export type { Role } from './tables/column.ts'

/** The tables as Kysely sees them; `schema.test.ts` compares them with the migrated database. */
export interface Schema {
  workspaces: Workspaces
  members: Members
  memberships: Memberships
  sessions: Sessions
  links: Links
  installation: Installation
  channel_accounts: ChannelAccounts
  connector_memory: ConnectorMemory
  receipts: Receipts
  customers: Customers
  authors: Authors
  conversations: Conversations
  cases: Cases
  case_numbers: CaseNumbers
  messages: Messages
  message_versions: MessageVersions
  message_readings: MessageReadings
  files: Files
  early_activities: EarlyActivities
  notes: Notes
  labels: Labels
  case_labels: CaseLabels
  facts: Facts
  gestures: Gestures
  gesture_reversals: GestureReversals
  commitments: Commitments
  case_questions: CaseQuestions
  fact_sources: FactSources
  message_checks: MessageChecks
  removals: Removals
  saved_views: SavedViews
  sla_policies: SlaPolicies
  business_calendars: BusinessCalendars
  drafts: Drafts
  presences: Presences
  deliveries: Deliveries
  delivery_attempts: DeliveryAttempts
  approvals: Approvals
  events: Events
  notifications: Notifications
  notification_choices: NotificationChoices
  notification_devices: NotificationDevices
  tellings: Tellings
  code_makers: CodeMakers
  passkeys: Passkeys
  recovery_codes: RecoveryCodes
  passkey_challenges: PasskeyChallenges
  speech_halts: SpeechHalts
  event_seals: EventSeals
  event_chains: EventChains
  event_anchors: EventAnchors
  charter_versions: CharterVersions
  charter_approvals: CharterApprovals
  rule_switches: RuleSwitches
  contests: Contests
  shifts: Shifts
  absences: Absences
  hole_notices: HoleNotices
  routings: Routings
  routing_hands: RoutingHands
  routing_rules: RoutingRules
  departments: Departments
  department_people: DepartmentPeople
  autonomies: Autonomies
  surge_series: SurgeSeries
  alerts: Alerts
  incidents: Incidents
  incident_roles: IncidentRoles
  incident_mentions: IncidentMentions
  may_say: MaySay
  incident_log: IncidentLog
  radar_memory: RadarMemory
  radar_stories: RadarStories
  radar_mutes: RadarMutes
  radar_series: RadarSeries
  department_topics: DepartmentTopics
  digests: Digests
  digest_lines: DigestLines
  drills: Drills
  drill_people: DrillPeople
  drill_acts: DrillActs
  drill_happenings: DrillHappenings
  drill_notes: DrillNotes
  alert_gravities: AlertGravities
  alert_recipients: AlertRecipients
  alert_ways: AlertWays
  situation_notes: SituationNotes
  bulletins: Bulletins
  order_imports: OrderImports
  affected_orders: AffectedOrders
  rejected_lines: RejectedLines
  objections: Objections
  outreaches: Outreaches
  outreach_people: OutreachPeople
  voucher_rules: VoucherRulesTable
  vouchers: Vouchers
  voucher_ends: VoucherEnds
  prepared_statements: PreparedStatements
  statements: Statements
  statement_drafts: StatementDrafts
  statement_posts: StatementPosts
  scheduled_posts: ScheduledPosts
  scheduled_allowed: ScheduledAllowed
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>
export type RowChange<T extends keyof Schema> = Updateable<Schema[T]>
