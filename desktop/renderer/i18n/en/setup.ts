export const setup = {
  title: 'Setup guide',
  lead: 'From a number at Vobiz to the first call that {{tenant}}’s receptionist answers.',
  guide: {
    heading: 'Connect a Vobiz number',
    lead: 'Seven steps. Each is ticked by itself, once what it leads to has really been seen here.',
    progress: '{{done}} of {{all}} steps are done',
    progressLabel: 'Steps that are done',
    numbered: '{{number}}. {{title}}',
    done: 'Done',
    open: 'Not yet',
    publicUrl: 'Public address',
    answerUrl: 'Answer URL',
    inputUrl: 'Input URL',
    hangupUrl: 'Hangup URL',
    toNumbers: 'Open Numbers',
    toCalls: 'Open Calls',
    steps: {
      address: {
        title: 'Have a public address',
        text: 'Vobiz calls KaiVox over the internet, by HTTPS. This is the address that it is given now; whoever runs KaiVox sets it as PUBLIC_URL.',
      },
      number: {
        title: 'Add the number here',
        text: 'Under Numbers, add the number that you have at Vobiz. With the account’s auth token stored there, signatures are checked and recordings can be fetched.',
      },
      answerUrl: {
        title: 'Set the Answer URL',
        text: 'In Vobiz’s portal, open or make an application, and enter this as its Answer URL, with method POST. Enter it as the fallback answer URL too.',
      },
      inputUrl: {
        title: 'Set the Input URL',
        text: 'If the portal asks for an Input URL, enter this, with method POST. Otherwise each reply names it, and there is nothing to do. It is ticked once a caller was heard.',
      },
      hangupUrl: {
        title: 'Set the Hangup URL',
        text: 'Enter this as the application’s Hangup URL, with method POST, so that calls end in the log as well.',
      },
      attach: {
        title: 'Attach the number to the application',
        text: 'In the portal, open the number and choose the application. Until then, calls to the number do not reach it.',
      },
      call: {
        title: 'Call the number',
        text: 'Wait for the greeting, say something, listen to the reply, and hang up. The call then stands under Calls with all that was said.',
      },
    },
  },
  doctor: {
    heading: 'Setup doctor',
    again: 'Check again',
    webhooks: 'See what Vobiz sent',
    allFine: 'All is well.',
    open_one: '{{count}} check needs a look.',
    open_other: '{{count}} checks need a look.',
    checkedAt: 'Checked at {{time}}; again every 15 seconds while you look.',
    list: 'Checks',
    fix: 'What to do:',
    exactly: 'What exactly was found',
  },
  status: { PASS: 'Fine', WARN: 'Look at this', FAIL: 'Broken' },
  symptom: {
    heading: 'What do you see?',
    notAnswering: 'AI doesn’t answer',
    notResponding: 'AI answers but doesn’t respond',
    endsAfterGreeting: 'Call ends after greeting',
    notLogged: 'Call log not saved',
    onlyLocal: 'Works locally but not live',
    explained: 'This explains it: “{{title}}”.',
    unexplained:
      'All checks that could explain it are fine now. Make a call, then check again; if it stays, look at the call itself under Calls.',
  },
  check: {
    address: 'Vobiz can call the public address',
    reach: 'The public address leads to this KaiVox',
    tenant: 'The business answers calls',
    number: 'A number leads here',
    lines: 'Lines are free',
    balance: 'The Vobiz account has money',
    answer: 'Calls arrive',
    slug: 'Addresses name this business',
    networks: 'Webhooks come from Vobiz’s networks',
    access: 'Only Vobiz can bring calls',
    signed: 'Vobiz signs, where that is required',
    wholeCalls: 'Calls go on as they began',
    signatures: 'Signatures fit',
    flood: 'No flood of calls',
    modelTurns: 'The model’s turns for today suffice',
    recordings: 'Recordings are kept',
    input: 'Callers are heard',
    model: 'The language model writes replies',
    hangup: 'Ends of calls are reported',
    clock: 'The clocks agree',
  },
  fine: {
    address: 'It is public, and by HTTPS.',
    reach: 'It was asked just now, and this KaiVox answered.',
    tenant: 'The business is active.',
    number: 'There is an active number.',
    lines: 'More calls come through now.',
    balance: 'It is enough for now.',
    answer: 'Vobiz has asked how to answer a call.',
    slug: 'No webhook came for a name that resembles this business’s.',
    networks: 'No call of Vobiz’s is known to have been refused for where it came from.',
    access: 'Calls that a stranger invents are refused.',
    signed: 'It is not required, or signed webhooks come.',
    wholeCalls: 'No webhook of a call under way was refused within a day.',
    signatures: 'No webhook was refused for its signature.',
    flood: 'No call of the last day was turned away because there were too many.',
    modelTurns: 'The model still answers every caller today.',
    recordings: 'No recording of the last week was refused.',
    input: 'What a caller said has arrived.',
    model: 'Nothing is known to be wrong with it.',
    hangup: 'Vobiz reports when calls end.',
    clock: 'This machine and the database have the same time.',
  },
  trouble: {
    PUBLIC_URL_LOCAL: {
      cause:
        'PUBLIC_URL is {{publicUrl}}, which only this machine or network reaches. So it works here, and not live: Vobiz calls from outside.',
      fix: 'Put KaiVox behind a public HTTPS address and start it with PUBLIC_URL set to that, or start it with --tunnel.',
    },
    PUBLIC_URL_NOT_HTTPS: {
      cause:
        'PUBLIC_URL is {{publicUrl}}. What callers say would travel unencrypted, and Vobiz asks for HTTPS.',
      fix: 'Use an https:// address: a reverse proxy with a certificate, or a tunnel.',
    },
    PUBLIC_URL_UNREACHABLE: {
      cause: '{{publicUrl}} does not answer.',
      fix: 'Check the name, the certificate, the firewall and the reverse proxy.',
    },
    PUBLIC_URL_ELSEWHERE: {
      cause: 'Something else answers at {{publicUrl}}, so Vobiz never reaches this KaiVox.',
      fix: 'Point the address, or the proxy behind it, to this KaiVox.',
    },
    TUNNEL_STALE: {
      cause:
        'The tunnel at {{publicUrl}} no longer leads to this KaiVox: it has ended, or has another address now.',
      fix: 'Start the tunnel again, and set PUBLIC_URL to its address.',
    },
    TENANT: {
      cause: 'The business is suspended: callers hear that the number is not in service.',
      fix: 'A super admin can resume it under Tenants.',
    },
    NUMBER_NONE: {
      cause: 'This business has no active number.',
      fix: 'Add your own number under Numbers, or ask your platform for one.',
    },
    NUMBER_DEMO: {
      cause: 'There are only demo numbers, which nobody can dial.',
      fix: 'Add your own number under Numbers, or ask your platform for one.',
    },
    NUMBER_NOT_ATTACHED: {
      cause: 'A number is not connected at Vobiz yet, or its application points elsewhere.',
      fix: 'It is tried again by itself; Numbers shows how far it is, and what is in the way.',
    },
    LINES_BUSY: {
      cause: 'All lines of the Vobiz account are in use now: the next caller hears the busy tone.',
      fix: 'If this happens often, ask Vobiz for more concurrent calls.',
    },
    LINES_UNKNOWN: {
      cause: 'How many calls come through at once couldn’t be read from Vobiz.',
      fix: 'Calls come all the same. If it stays, check the account’s credentials.',
    },
    BALANCE_LOW: {
      cause: 'The platform’s Vobiz account is running out of money.',
      fix: 'Recharge the account in Vobiz’s portal.',
    },
    BALANCE_EMPTY: {
      cause: 'The platform’s Vobiz account has no money left, so calls may not come through.',
      fix: 'Recharge the account in Vobiz’s portal.',
    },
    BALANCE_UNKNOWN: {
      cause: 'The balance of the platform’s Vobiz account couldn’t be read.',
      fix: 'Calls come all the same. If it stays, check the credentials in the platform settings.',
    },
    ANSWER_WEBHOOK: {
      cause: 'Vobiz has never asked how to answer a call, so the receptionist does not answer.',
      fix: 'In Vobiz’s portal set the Answer URL to {{answerUrl}} with method POST, attach the number to that application, and call it.',
    },
    SLUG: {
      cause: 'A webhook came for a business that does not exist, but whose name resembles this one’s.',
      fix: 'Correct the addresses in Vobiz’s portal: they must contain /api/vobiz/{{slug}}/.',
    },
    NETWORKS: {
      cause:
        'Webhooks are refused: they do not come from VOBIZ_NETWORKS, and none has come from there lately.',
      fix: 'Whoever runs KaiVox checks that the reverse proxy sends X-Forwarded-For and is named in TRUST_PROXY, and that VOBIZ_NETWORKS holds the addresses that Vobiz calls from today.',
    },
    WEBHOOK_ACCESS_OPEN: {
      cause:
        'Whoever knows this business’s addresses can invent calls: they fill the call log and cost tokens of the language model.',
      fix: 'Put the addresses with the key into Vobiz’s portal, then let only those in.',
    },
    WEBHOOK_KEY_MISSING: {
      cause: 'Webhooks are refused: their addresses do not carry this business’s key, and none has lately.',
      fix: 'Copy these addresses into Vobiz’s portal.',
    },
    SIGNED: {
      cause:
        'Webhooks without a signature are refused, and no signed one has come for a week: callers are not answered. Vobiz signs only where credentials are set for the callback address, which most accounts have not.',
      fix: 'Accept unsigned webhooks again under Business settings, and let only addresses with the key in; or set credentials for the callback addresses in Vobiz’s portal.',
    },
    WHOLE_CALLS: {
      cause:
        'A webhook was refused: its call began with a signature or with this business’s key, and its own address had neither. A stranger may have sent it; or one of the addresses in Vobiz’s portal, most often the hangup address, lacks the key.',
      fix: 'Copy the answer, input and hangup addresses with the key from Business settings into Vobiz’s portal, all of them.',
    },
    SIGNATURES_WARN: {
      cause:
        'A webhook was refused because it was signed with a token that is not stored here. Calls have been answered since.',
      fix: 'If calls are missing: store the auth token of the Vobiz account that owns the number, under Numbers. Sub-accounts have their own.',
    },
    SIGNATURES_FAIL: {
      cause: 'Webhooks are refused: they are signed with a token that is not stored here.',
      fix: 'Store the auth token of the Vobiz account that owns the number, under Numbers. Sub-accounts have their own.',
    },
    INPUT_WEBHOOK_WARN: {
      cause: 'No call has been answered yet, so nobody could speak.',
      fix: 'Make the first call, and speak after the greeting.',
    },
    INPUT_WEBHOOK_FAIL: {
      cause:
        'Calls are greeted, but what callers say never arrives: the call ends after the greeting, or the receptionist does not respond.',
      fix: 'Check that Vobiz can reach {{publicUrl}} by POST (no firewall or login page before it), that speech recognition is part of your Vobiz plan, and that the caller speaks after the greeting.',
    },
    MODEL_KEY_MISSING: {
      cause:
        'OPENAI_API_KEY is not set, so the scripted receptionist answers: from the facts, and plainly limited.',
      fix: 'Whoever runs KaiVox sets OPENAI_API_KEY and restarts it.',
    },
    MODEL_REFUSED: {
      cause: 'The model’s server refuses the key. Callers hear an apology instead of a reply.',
      fix: 'Make a new key at the provider, set OPENAI_API_KEY and restart.',
    },
    MODEL_OUT_OF_QUOTA: {
      cause:
        'The account at the model’s provider is out of quota. Callers hear an apology instead of a reply.',
      fix: 'Top up the account, or raise its limit, at the provider.',
    },
    MODEL_SLOW_DOWN: {
      cause: 'The model’s server asks us to slow down. Callers hear an apology instead of a reply.',
      fix: 'Raise the account’s rate limit at the provider.',
    },
    MODEL_UNREACHABLE: {
      cause:
        'The model’s server can’t be reached from this machine. Callers hear an apology instead of a reply.',
      fix: 'Check the machine’s way out, its proxy, and OPENAI_BASE_URL.',
    },
    MODEL_OTHER: {
      cause: 'The model failed. Callers hear an apology instead of a reply.',
      fix: 'Look at the log for “The model failed this turn”, and at the provider’s status page.',
    },
    HANGUP_WEBHOOK_WARN: {
      cause: 'No call has come yet, or some calls of the last week never reported their end.',
      fix: 'Set the Hangup URL to {{hangupUrl}} with method POST.',
    },
    HANGUP_WEBHOOK_FAIL: {
      cause:
        'Calls come, but Vobiz never reports their end: logs stay open and are closed as lost after two hours.',
      fix: 'Set the Hangup URL to {{hangupUrl}} with method POST.',
    },
    FLOOD: {
      cause:
        'Within the last day, new calls were turned away: there were more at once, or in a minute, than may come by webhooks that anyone could have sent. The log of webhooks holds samples of them.',
      fix: 'Have Vobiz’s webhooks known for certain: by signatures, with the account’s auth token stored under Numbers, or by addresses with a key. Such calls are never turned away for that. If the calls were real, a super admin can raise the bounds under Tenants.',
    },
    MODEL_TURNS: {
      cause:
        'All of today’s turns of the language model are used up: until midnight, the scripted receptionist answers calls that anyone could have made.',
      fix: 'Calls that are known to come from Vobiz don’t count: use signatures, or addresses with a key. A super admin can raise the amount under Tenants.',
    },
    RECORDINGS: {
      cause: 'Recordings of the last week were refused. The page of each such call tells why.',
      fix: 'Where the quota of a day was used up, a super admin can raise it under Tenants. An account that isn’t the number’s own means that someone else sent the webhook, or that the number has moved.',
    },
    CLOCK: {
      cause: 'This machine’s clock and the database’s differ, so times in call logs are wrong.',
      fix: 'Switch on time synchronisation (NTP) on both machines.',
    },
  },
} as const;
