"""How lines of furniture begin; a pattern that ends in ``$`` must fit the whole line."""

from __future__ import annotations

from dragoman.text.furniture_cues import Cue

OPENING: tuple[Cue, ...] = (
    # bylines, dates and credits
    Cue(
        r"(?:written |posted |reported |edited |photos? |words |story )"
        r"?by:? (?:[^\W\d][\w'’-]*[.]?(?: and |[ ,&|]+|$)){1,6}(?<!\w{4}[.])$",
        "By Maria Ortega and Jon Lindqvist",
        "By then the ministers had left.",
    ),
    Cue(
        r"by [^|·•.]{3,60} [|·•] [^.]{2,80}$",
        "By Steppe Desk | 4 minutes | 12 remarks",
        "By dusk they were in Osh · the road was open.",
    ),
    Cue(
        r"(?:last |first )?(?:updated?|published|posted|modified|created)(?: on| at|:| \|)"
        r"? ?.{0,20}\d{2}[^.]{0,30}$",
        "Updated: 14 Oct 2022, 09:15",
        "Published figures for the year showed a fall of 30 percent in trade with the neighbours of the"
        " union.",
    ),
    Cue(
        r"\d+ (?:second|sec|minute|min|hour|hr|day|week|month|year)s? (?:ago|read)\b[^.]{0,30}$",
        "3 hours ago",
        "3 days ago the bridge was still open.",
        afterwards=True,
    ),
    Cue(
        r"(?:<day>,? ?)?(?:<month>)\.? \d{1,2}(?:st|nd|rd|th)?,?(?: \d{4})?(?:\W+(?:at )?<clock>)?$",
        "October 14, 2022",
    ),
    Cue(
        r"(?:<day>,? ?)?\d{1,2}(?:st|nd|rd|th)? <month>\.?,?(?: \d{4})?(?:\W+(?:at )?<clock>)?$",
        "Fri, 14 Oct 2022 - 09:15",
    ),
    Cue(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\W+<clock>)?$", "14.10.2022 09:15"),
    Cue(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \w{2,4})?(?:,? [^.]{0,25}\d{4})?$", "09:15 GMT"),
    Cue(
        r"<picture> (?:credit|source|copyright|caption|courtesy)s?(?: of| by|:| -)?\b[^.]{0,50}(?<!\.)$",
        "Image copyright: Steppe Pictures",
        "Photo captions released by the army showed the bridge as it was before the war.",
    ),
    Cue(
        r"(?:<picture>|source|via|credit)s?(?:/| by\b|:)[^.]{2,60}$",
        "Photo: A Kerimov/Caspian Wire",
        "Source: the ministry said that grain was short, and that it would buy far more of it abroad.",
    ),
    Cue(r"<agency>(?: ?[/|] ?\w.{0,40})?$", "AFP / R. Daulet", "Reuters reported that the talks had failed."),
    Cue(r"(?:source )?site-\d+$", "source site-12"),
    Cue(
        r"(?:<day>,? ?)?\d{1,2}(?:st|nd|rd|th)? <month>\.? \d{4},? <clock> ?[|·•].{2,80}$",
        "14 October 2022, 09:15 · Maria Ortega · 9 312 views",
    ),
    Cue(
        r"(?:staff )?reporter (?!\S*(?:ed|es|shot|dies|held|says)\b)\S+"
        r"(?: (?!(?:in|on|at|of|to|for|by|from)\b)\S+){1,2}$",
        "Reporter Ortega Maria",
        "Reporter jailed in Osh",
    ),
    Cue(
        r"[(\[](?:[\w ]{0,20}editors?|source|reporters?)[\w ]{0,20}: [^()\[\]]{2,60}[)\]]$",
        "(Web editor: L. Kim, A. Saparov)",
        "(The editor of the paper: a man without friends) was absent.",
    ),
    # invitations to go on elsewhere
    Cue(
        r"(?:read|see|watch|listen|hear|view|find|learn|discover)(?: (?:it|also|more|next|now|on|this"
        r"|the full \w+))* ?[:>»→|]",
        "READ MORE: Ministers meet over water",
        "See what the delegates saw: a field of ruins.",
    ),
    Cue(
        r"(?:also|must|more|related|recommended|trending|exclusive|watch|gallery|in pictures|poll|quiz)"
        r"(?: (?:read|watch|see|stories|story|news|articles?|video|coverage|topics?|links?|on this"
        r"|from [\w ]{2,30}))?:",
        "RELATED: Five things to know about the summit",
    ),
    Cue(
        r"[(\[](?:related|advertisement|ad|read (?:more|also)|see also|also read|<series>"
        r"|<picture>s?)[)\]] \S",
        "[Photos] Ten castles you can buy",
        "[The reports] were wrong, he said.",
    ),
    Cue(
        r"also (?:on|in|from|at) [^:.]{2,30}: [^.]{5,120}$",
        "Also in the Gazette: How to keep bees",
        "Also on the table: a lease of ports for the next ten years.",
    ),
    Cue(r"(?:☞|👉|☛) ?\S", "👉 Ten castles you can buy"),
    Cue(
        r"(?:did|do) you (?:like|enjoy|love) (?:this|our|the) (?:story|article|post|text|report)s?\b.{0,80}$",
        "Did you enjoy this article? Tell a friend",
        "Did you like this war, he asked the crowd.",
        afterwards=True,
    ),
    Cue(
        r"you (?:are )?(?:receive|receiving|received|get|getting|got) this (?:e-?mail|letter|newsletter"
        r"|message|mailing)\b",
        "You are receiving this newsletter as a reader of the Gazette.",
        "You receive this war as a gift, he told them.",
        afterwards=True,
    ),
    Cue(
        r"unsubscribe\b(?: ?[|·•/,]| from| here|$)",
        "Unsubscribe | Change your city",
        afterwards=True,
    ),
    Cue(
        r"advertisement ?[-–—:|(].{0,40}$",
        "Advertisement - the story goes on below",
        "Advertisement of arms is banned.",
    ),
    Cue(
        r"(?:previous|next|prev|older|newer)(?: (?:story|post|article|page|entry))?\b ?[:>»«<→←|]",
        "Next Story: Rail link opens",
        "Next week the ministers meet again.",
    ),
    Cue(
        r"(?:more|latest|most read|popular|trending|top stories|news|stories|articles|posts)"
        r" (?:from|in|on|by|about)"
        r"(?: [\w&'’-]+){1,4}$",
        "More from Central Asia",
        "News from the front was bad.",
        afterwards=True,
    ),
    Cue(
        r".{3,200}\[<series>\]$",
        "Envoy leaves talks early, aides say [ANALYSIS]",
        "He quoted the paper [sic] at length.",
    ),
    Cue(
        r"(?:click|tap|swipe|scroll)(?: \w+)? (?:to|for|on|the|down|through)\b",
        "Click here to see the gallery",
    ),
    Cue(
        r"(?:back|return|go) to (?:top|home|homepage|main|previous|results|list)\b[^.]{0,30}$",
        "Back to top of page",
    ),
    Cue(
        r"(?:view|see|show|load|browse|read) (?:all|more|full|other|the full|the latest|the rest|previous"
        r"|\d+)\b[^.!?]{0,60}$",
        "View all 14 photos",
        "See more of the land and you will understand the war.",
    ),
    Cue(
        r"(?:fresh|latest|recent|popular|featured|more) (?:from|on|in) (?:the |our )?(?:blog|site|web"
        r"|forum|archive|shop|author)s?$",
        "Fresh from the blog",
        afterwards=True,
    ),
    # sharing, subscribing, logging in
    Cue(
        r"<share> (?:this|us|me|via|by e-?mail|it|@\w+|our)(?: (?:on|article|story|page|post|link|with"
        r"|via|to|in)\b[^.!?]{0,50})?!?$",
        "Share this story with a friend",
        "Send it to the front.",
    ),
    Cue(
        r"<share> (?:on|to|via|with|us on) <network>\b[^.!?]{0,30}$",
        "Share on Telegram",
        "Post to win, he said.",
    ),
    Cue(
        r"(?:(?:<share>|<network>|copy link|comments?)(?:[ ,|/·•+-]+|$)){2,}$",
        "Facebook Twitter WhatsApp Email",
    ),
    Cue(r"\w+(?: \w+)? on <network>$", "aralgazette on instagram", "The president hit back on Telegram"),
    Cue(
        r"(?:sign|log) ?(?:in|up|on|out) (?:to|for|with|or|now|here|using|as)\b",
        "Sign in with your account to comment",
    ),
    Cue(r"subscribe\b[^.]{0,30}(?: to| for| now| today| via)\b", "Subscribe to our daily briefing"),
    Cue(
        r"(?:get|receive|sign up|register|enter|join|want|like|love|enjoy(?:ed|ing)?)"
        r"\b.{0,80}\b(?:<mailing>|free trial|our app)\b",
        "Get the morning briefing delivered to your inbox",
        "Get the envoy to the table, the minister told them.",
    ),
    Cue(r"enter your ", "Enter your email"),
    Cue(
        r"(?:already|not) (?:a |have |an )*(?:registered|subscribed|account|member|subscriber|user)"
        r"\b[^.?]{0,20}\?",
        "Already a member? Log in",
        "Already a member of the union, Armenia stayed away.",
    ),
    Cue(
        r"(?:forgot(?:ten)?|lost|reset|change|create|choose|confirm)(?: (?:your|my|a|an|new))"
        r"* (?:password|username|account|login)\b",
        "Forgotten your password?",
    ),
    Cue(
        r"(?:download|install|get) (?:the|our|free|it)\b.{0,40}\b(?:app|android|iphone|ios|google play"
        r"|apk|pdf|edition)\b",
        "Download our free app for Android",
    ),
    # comments and labels
    Cue(
        r"\(?\d[\d,.k]*\)? <counted>\b[^.]{0,15}$",
        "12 comments so far",
        "12 replies from the ministries lay on his desk.",
    ),
    Cue(r"<label> ?(?:\(\d[\d,]*\)|[:#])[^.]{0,120}$", "Tags: Astana, rail, freight"),
    Cue(
        r"(?:leave|post|add|write|submit|view|read|see|show|hide|load|join) (?:a |an |your |all |the "
        r"|more |in the |\d+ )*<remark>\b[^.]{0,40}$",
        "Leave a comment below",
        afterwards=True,
    ),
    Cue(
        r"(?:be the first to|what do you think|have your say|let us know|share your (?:thoughts|views"
        r"|opinion))\b",
        "What do you think? Have your say",
        afterwards=True,
    ),
    Cue(
        r"(?:your|name|required|fields?|message|notify me|save my name|type|captcha|verify)\b.{0,60}"
        r"(?:\brequired$|\*|\bwill not be (?:published|shared)|follow-up|by email|browser for the next)",
        "Required fields are marked *",
        "Your forces are not required, he told the generals of the union; the war is over.",
        afterwards=True,
    ),
    Cue(
        r"\S*[_\d@]\S* (?:says|wrote|commented|replied):$",
        "steppe_rider says:",
        "The minister says:",
        afterwards=True,
    ),
    Cue(
        r"\S+(?: \S+)? (?:says|wrote|commented|replied|posted) on [^.]{5,30}\d{4}(?:\W+(?:at )?<clock>)?:?$",
        "Aibek wrote on 14 October 2022 at 09:15:",
        "He wrote on the walls of his cell:",
        afterwards=True,
    ),
    # the end of the page
    Cue(
        r"(?:reach|contact|e-?mail|write to) (?:him|her|us|the (?:author|writer|reporter)) at\b",
        "Contact the reporter at the desk below.",
        afterwards=True,
    ),
    Cue(r"(?:©|\(c\)|copyright\b[^.]{0,60}\d{4})", "© 2022 The Aral Gazette"),
    Cue(
        r"(?:any )?unauthori[sz]ed (?:reproduction|redistribution|copying|use)\b.{0,60}\bprohibited\b",
        "Unauthorised copying and selling prohibited",
        "Unauthorised use of the road was punished.",
        afterwards=True,
    ),
    Cue(
        r"(?:proudly )?(?:powered|hosted|designed|website|site|theme) by\b[^.]{0,50}$",
        "Powered by a small press",
        afterwards=True,
    ),
    Cue(
        r"<policy>(?: (?:us|policy|of (?:use|service)|& conditions|notice|statement|settings))?(?: ?["
        r"|·•/] ?| )<policy>\b",
        "About | Contact | Privacy",
    ),
    Cue(
        r"this (?:article|story|post|content|column) (?:was |has been |is |may |can )?(?:first |originally "
        r"|also )?(?:appeared|published|posted|updated|corrected|sponsored|syndicated|contains? affiliate)",
        "This story was originally published by the Aral Gazette.",
        "The article was published in Osh and angered the ministry.",
    ),
    Cue(
        r"(?:buy|shop|save)\b.{0,30}(?:\d+% off|free shipping|coupon|discount|today only)",
        "Save up to 40% off your first year",
        "Save for the port, nothing was left to buy at a discount of any kind to speak of.",
    ),
    Cue(
        r"(?:best|top \d+)\b[^.]{0,60}\b(?:deals?|gifts?|discounts?|coupons?)\b[^.]{0,60}$",
        "Best kettle deals this week",
        "Best of all would be a deal, the envoy said.",
    ),
    Cue(r"(?:https?://|www\.)\S+$", "https://news.example/asia/4411"),
    Cue(r"(?:[@#]\w+[ ,]*)+$", "@aral_gazette"),
    Cue(r"[\w.+-]+@[\w-]+\.[\w.]+$", "desk@gazette.example"),
    Cue(r"(?:page|slide|photo|image) \d+ (?:of|/) \d+", "Page 2 of 5"),
)
