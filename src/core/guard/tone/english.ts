import { type Cue, cues } from './cue.ts'

/** Anger, irony and condescension in English. */
export const ENGLISH: readonly Cue[] = [
  cues(
    'insult',
    1,
    'anything',
    'idiots?|morons?|stupid|imbeciles?|liars?|losers?|muppets?|numpt(?:y|ies)|clueless|(?:a )?waste of (?:space|our time)|(?:talking|utter|complete|absolute|spouting|such) (?:rubbish|nonsense|tosh|drivel)|drama queens?|snowflakes?|karens?|keyboard warriors?|cry ?bab(?:y|ies)|whiners?|moaners?|nasty little|time[- ]wasters?|if you can (?:spell|read|manage|count|find)|(?:basic|certain) level of (?:competence|intelligence)|a grown (?:man|woman|adult)',
    "grow up|get a (?:life|grip|clue)|get over (?:it|yourself)|shut (?:up|it)|piss off|get lost|sod off|bugger off|jog on|you(?:'re| are) (?:just |clearly |being |really |so |quite )?(?:lying|delusional|making (?:it|this|that) up|ridiculous|hysterical|dramatic|childish|unreasonable|pathetic|rude|difficult)",
  ),
  cues(
    'threat',
    1,
    'anything',
    "(?:our|my) (?:lawyers?|solicitors?|legal team)(?: \\w+)? (?:will|are|would|is|have)|see you in court|defamat\\w+|libel\\w*|slander\\w*|you(?:'ll| will) regret|we know where|careful (?:who|what|how) you (?:call|say|speak|write|talk|accuse)|watch your (?:mouth|tone|language|step|back|words)|watch (?:yourself|what you (?:say|write))|consider (?:this (?:a|your) (?:final )?warning|yourself (?:warned|banned|lucky))|final warning|(?:we'll|we will|i'll|i will) (?:block|ban|blacklist|remember) (?:you|this|that)|you(?:'ll| will) be (?:blocked|banned|blacklisted)|want us to (?:post|publish) (?:them|it|those)|think twice before|or else(?= ?[.!])|don't push (?:us|me|your luck)|you don't want to (?:cross|mess)",
  ),
  cues(
    'condescension',
    1,
    'anything',
    "learn to (?:read|count|spell|drive|cook|type|use|listen)|(?:try|tried|bothered|bother) (?:reading|to read|listening)|(?:can|could|can't|cannot) (?:you )?read (?:a|the) (?:clock|sign|label|menu|page|post|email)|read a clock|had you (?:read|bothered|checked|looked|asked|listened)|if you(?:'d| had) (?:bothered|read|actually|looked|listened|checked|paid attention)|as (?:we|i)(?:'ve| have)? (?:already|clearly|repeatedly) (?:told|said|explained|stated)|for the (?:last|umpteenth|hundredth|tenth) time|rocket science|a (?:child|toddler|five[- ]year[- ]old) (?:could|can|would|understands)|let me (?:explain|spell|put) (?:it|this|that)? ?(?:slowly|out for you|simply)|in (?:simple|small) words|even you (?:can|could|should)|(?:most|other) (?:people|customers|adults|folk|guests) (?:manage|cope|read|know how|seem to)|which you (?:accepted|agreed|signed)|do give (?:them|it) a read|with (?:all due|the greatest) respect|clearly,? you(?:'ve| have| didn't| don't| haven't| can't)|you (?:clearly|obviously|evidently) (?:didn't|don't|haven't|can't|have no|never)|apparently,? you",
    "calm down|simmer down|settle down|chill out|take a (?:deep )?breath|relax,|no need to (?:shout|swear|be (?:rude|dramatic|nasty)|get (?:angry|nasty|personal|upset|hysterical)|throw)|tantrums?|whin(?:e|ing)|whing\\w+|moaning|throw\\w* your toys|hissy fit|ranting|your (?:little|silly) (?:rant|tantrum|message|tweet|review|video|drama|outburst|story)|melodrama\\w*|overreact\\w*|hysterical|toughen up|man up|not the end of the world|(?:nobody|no one)(?:'s| has)? died|first[- ]world problems?|(?:there are|there's) (?:bigger|worse|more important)|you'll (?:live|survive|get over)|worse things happen",
    "doesn't revolve|does not revolve|(?:not|aren't) (?:the|our) only (?:one|customer|person|guest|passenger)|you get what you pay|what (?:did you|were you|do you) expect\\w*|were you expecting|expecting the (?:ritz|savoy|four seasons)|more your (?:speed|level|style)|a you problem|user error|(?:it's|that's|was it|it was) (?:probably|just|surely) (?:you|your end)(?= ?[.!?]|$)|so it's probably you|you're sure it wasn't|are you (?:quite |absolutely )?sure (?:it wasn't|it isn't|you (?:didn't|haven't|aren't|read))|first time (?:with|using|travelling|flying|in|eating|seeing)[^.!?]{0,30}\\?|one size up would",
  ),
  cues(
    'condescension',
    1,
    'trouble',
    '(?:champ|hun|sweetheart|sweetie|darling|buddy|pal|bud|sunshine|princess|kiddo|petal|genius|einstein|sherlock|detective|my dear|dearie|young (?:man|lady)|sonny|missy)(?= ?(?:[.,!?;]|$)| x\\b)|(?<=, )(?:love|mate|boss|chief)(?= ?[.,!?]| ?$)|(?:bring|wear|pack|try) a (?:jumper|coat|hat|blanket|dictionary)|set an alarm|(?:your|that|the) tone\\b|\\b(?:he|she) says\\b',
  ),
  cues(
    'sarcasm',
    1,
    'trouble',
    "(?:well|very well) spotted|congratulations(?! (?:on|to|for)\\b)|slow clap|well done,? (?:you|sherlock|genius)|bravo|(?:have|deserves?|get) a medal|(?:someone|quick,?) (?:call|alert) the|call the (?:press|police|papers|newspapers)|stop the press(?:es)?|alert the media|breaking news|what a (?:surprise|tragedy|hero|way with words|charming|lovely way)|how (?:very )?(?:clever|original|charming|brave|eloquent|gracious|mature)|how (?:will|do|did) you (?:ever )?(?:cope|survive)|boo hoo|diddums|cry me|my heart bleeds|world's smallest|tiny violin|the violins|thanks? (?:you )?(?:so much )?for (?:the|your|that) (?:lecture|lesson|expert\\w*|insight|wisdom|poetry|masterclass|novel|essay|sermon|diagnosis|kind words|rant)|thanks?,? (?:captain|sherlock|einstein|professor|genius)|captain obvious|no (?:shit|kidding),? sherlock|tell us something we|shock horror|fancy that|your (?:charming|delightful|eloquent|elegant|poetic|sweet|colourful|colorful) (?:words|message|review|comment|tone|tweet|prose|post|note)|such (?:eloquence|charm|poetry|grace)|always a (?:pleasure|joy|delight|treat)|your (?:highness|majesty|royal|lordship|ladyship)|your wish is|we live to serve|mind[- ]?readers?|crystal balls?|magic wands?|telepath\\w*|sorry (?:for|we) (?:breathing|existing|exist|can't read (?:minds|your))|since you(?:'re| are| know)? (?:clearly |obviously )?(?:know )?(?:everything|best|better|the expert|such an expert)|you(?:'re| are) (?:clearly |obviously )?(?:the|an|quite the) expert|as you so (?:\\w+ )?(?:put|said)|if you (?:really )?(?:must|insist)|you're welcome(?= ?[.!\\u{1f600}-\\u{1f64f}])|do enlighten|pray tell|nice try|spare (?:us|me)|very mature|stay classy|cool story|whatever you say|sure you (?:did|were|are)|of course you (?:did|were|are)|if you say so|is that so|we(?:'d| would)? call that a|did you a favour|the price of everything|patience is a virtue|manners cost|it builds character|character[- ]building|that's a feature|did you try \\w+ing (?:sad|at)|maybe try (?:producing|reading|arriving|being|not|using your|opening|looking|paying|listening|growing)|have you (?:considered|thought (?:of|about)|tried) (?:reading|not|a (?!different|hard|new|restart|reboot|clean)|being|opening your|listening|asking nicely|turning up)",
  ),
  cues(
    'dismissal',
    1,
    'trouble',
    "free to (?:go|shop|look|take your (?:business|money|custom)|spend your money|try|find|book|fly) (?:elsewhere|somewhere else|another|a better|it elsewhere)|make your own|do it yourself then|go (?:elsewhere|somewhere else)|other (?:shops|airlines|banks|gyms|hotels|brands|options) (?:exist|are available)|(?:nobody|no ?one)(?:'s| is) (?:forc|mak|keep|ask)ing you|(?:nobody|no ?one) (?:forced|made|asked) you|good riddance|don't let the door|the door(?:'s| is) (?:open|that way|over there|right)|good luck with that|tough luck|not our (?:problem|circus)|(?:that's|sounds like) your problem|deal with it|suck it up|live with it|take it or leave it|next time,? (?:read|check|think|maybe|perhaps|set|arrive|listen|pay attention)|maybe next time|(?:we|some of us) have (?:better|real|other|actual) (?:things|customers|work|jobs)|(?:instead of|before|rather than) (?:honking|tweeting|moaning|complaining|whining|ranting|shouting|typing|kicking off)|get your facts|do your (?:homework|research)|should(?:'ve| have) (?:thought|read|checked|known|asked nicely)|whose fault|your own fault|yourself to blame|if you can't handle|stand for election|means (?:eleven|ten|nine|noon|twelve|\\w+) o'clock|rules are rules|end of (?:story|discussion)|exist for a reason",
  ),
  cues(
    'sarcasm',
    0.5,
    'trouble',
    "lol|lmao|rofl|haha|charming|delightful|(?:brilliant|lovely|interesting|noted|wow|shocking)(?= ?[.!])|i'd have thought|one would think|you'd think|evidently|apparently|obviously|funny (?:that|how)|technically|unlike (?:our|your|my)|some (?:people|folk)|certain people|quite clear|perfectly clear|perhaps you should|have you (?:considered|thought (?:of|about))|just an idea|just a thought|poor (?:you|thing|baby|lamb)|imagine that|who knew|works fine (?:here|for (?:us|me|everyone))|at (?:£|€|\\$)\\d+ (?:a|per)|let us guess|maybe you|pathetic|nonsense|we hear that|heard that one|really must",
  ),
]
