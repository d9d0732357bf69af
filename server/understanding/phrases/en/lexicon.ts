import type { Lexicon } from '../data.ts';

/**
 * What English words are worth on the telephone. Left out on purpose: pain, illness, fear and death, which say nothing
 * of the business; and "please", "sorry", "wait", "problem" alone, which everybody says.
 */
export const lexicon: Lexicon = [
  [
    3,
    `amazing* awesome* brilliant* excellent* exceptional* extraordinary fabulous* fantastic* first_class
     five_star five_stars flawless* hats_off impeccable* incredible* made_my_day magnificent* marvellous*
     marvelous* outstanding* phenomenal* second_to_none spectacular* splendid* superb* terrific* top_class
     top_notch unmatched wonderful* world_class`,
  ],
  [
    2,
    `adore* beautiful* best blessed bravo charming commendable congratulat* delicious delight* divine
     ecstatic elated enjoy* exemplary first_rate god_bless good_job good_work gorgeous* grateful gratitude
     great great_job greatest happier happiest happily happy hassle_free hurray impress* joy kudos lifesaver
     love loved loveliest lovely loves loving number_one overjoyed paisa_vasool perfect* praise* remarkable*
     spotless stunning super superior tastiest thankful thrilled trouble_free value_for_money well_done
     worth_it yummy`,
  ],
  [
    1.5,
    `admir* appreciat* attentive before_time caring cheerful compliment* considerate cooperative courteous*
     courtesy efficient* fab favourite friendly fun generous* gentle gently glad gladly good goodness helpful
     hospitable hospitality humble immaculate kindness knowledgeable much_better neat neatly nice nicely
     nicer nicest on_time pleasant* pleased pleasing pleasure polite politely professional* promptly
     punctual* reassur* relieved respectful* satisf* seamless* sincere* skilful skilled skillful speedy sweet
     sweetest talented tasty thoughtful trustworthy warmth welcoming worthwhile wow yay yumm`,
  ],
  [
    1,
    `accurate* affordable cheers clean cleaner comfortable comfortably comfy convenient* cool dependable
     easier easily easy effective* encouraging fixed fresh genuine* hopeful hygienic improv* liked nourishing
     proud reasonable reliable* relief resolved safe safely smooth* solved sorted spacious successful*
     supportive tidy transparent trust trusted useful well_maintained`,
  ],
  [
    -3,
    `abysmal appalling* atrocious awful* bullshit cheat* crap despicable detest* disast* disgrac* disgust*
     dreadful* fraud* fuck* hate* horrend* horrible horribly horrid horrific idiot* inhuman* loath*
     nightmare* pathetic* scam* shit* terribl* third_class third_rate torture worst wtf`,
  ],
  [
    -2.2,
    `abus* anger angry annoy* arrogan* bad badly bloody careless* chaos chaotic cheater* damn* dirty
     disappoint* dishonest* disrespect* dissatisf* enough_is_enough fed_up filth filthy foolish frustrat*
     furious harass* heartless hopeless humiliat* incompeten* inefficient insensitive insult* irrespons*
     irritat* liar liars lied loot* lousy mess messed messy misbehav* mislead* misled mismanag* negligen*
     nonsense nuisance pissed pointless regret* ridiculous* rotten rubbish rude rudely ruin* shame*
     shameless* sick_of sloppy stink* stupid* substandard threaten* tired_of trash trashy unaccept* unethical
     unfair* unhappy unhelpful unhygienic unpleasant unprofessional* unreliable unsatisf* upset useless waste
     wasted wasting worse worsen* worthless`,
  ],
  [
    -1.6,
    `blunder* boring bossy burnt cockroach* complain complained complaining complains complaint complaints
     defective dislike* dismal disorgani* displeas* disturbing exploit* fake faulty greedy harsh* hassle
     hostile ignored ignores ignoring impolite* inadequate incomplete inconvenien* inferior lazy mediocre
     mishandl* mistreat* mosquitoes neglect* overbooked overcharg* overcrowded overpriced poor poorest poorly
     ripped_off rusty scold* shabby shocked shocking* shout* slowest smelly soggy spam spoil* stale tasteless
     torn unanswered unattended unclean uncomfortable uncooked undelivered undercooked unkind unpunctual
     unreasonable unresolved unsafe unsatisfied untidy untrained unwelcome yell*`,
  ],
  [
    -1,
    `blame* bland broken bug buggy confusing congested costly cramped crash crashed crashes crashing crowded
     damag* delay* drawback* excuse excuses expensive fail failed failing fails failure* fault glitch*
     insufficient lagging late missing mistake* noise noisy outdated refused refuses refusing rejected slow
     slower smell smells stained stains sticky struggl* stuck suffer* troubl* unavailable unclear unnecessar*
     wrong wrongly`,
  ],
];
