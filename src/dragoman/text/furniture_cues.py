"""Words that give page furniture away, as tables; the examples are the tests.

Three tables, from narrow to wide:

`WHOLE` holds lines that are furniture when nothing else stands on them. They are compared without case,
digits and outer punctuation, so "SHARE:", "Share (12)" and "share" are one entry.

`OPENING` holds patterns for the beginning of a line; a pattern ends in ``$`` when the whole line must fit.

`INSIDE` holds patterns for legal notices, forms and offers, which are whole sentences and can stand anywhere
in a line.

Patterns are matched on the case-folded line. Each row carries a line that it must catch and, where prose comes
close, a line that it must leave alone.
"""

from __future__ import annotations

import msgspec


class Cue(msgspec.Struct, frozen=True):
    """A pattern that betrays furniture, a line it catches, and prose that it spares."""

    pattern: str
    catches: str
    spares: str = ""


_WHOLE_LINES = """
    a a a | a-z index | about | about me | about the author | about the authors | about the site
    about this site | about us | accept | accept all | accept cookies | accessibility
    accessibility statement | account | ad | ad choices | ad feedback | adchoices | add a comment
    add comment | add to basket | add to cart | add to favorite | add to favorites | add to favourites
    ads | advanced search | advertise | advertise with us | advertisement | advertisements | advertising
    agree | alerts | all | all comments | all rights reserved | all sections | all shows | also read
    app store | apply | apps | archive | archives | around the web | article continues below | author
    author bio | authors | back | back issues | back to top | basket | become a contributor
    become a member | become a subscriber | best | blog | blogroll | blogs | bookmark | breaking news
    breaking news alerts | browse | buy now | by | calendar | cancel | captions | careers | cart
    categories | category | change language | checkout | choose your language | classifieds | clear
    close | close ad | close menu | code of conduct | collapse | columnists | comment | comment policy
    commenting policy | comments | comments are closed | comments closed | comments feed | comments rss
    community guidelines | complaints | connect | connect with us | contact | contact me | contact us
    contacts | contest | contests | continue | continue reading | continue reading below | contributors
    conversation | cookie notice | cookie policy | cookie preferences | cookie settings | cookies
    copy link | copy url | copyright | copyright notice | corrections | corrections policy | coupons
    create account | create an account | create free account | crossword | crosswords | current issue
    customer service | customer support | daily newsletter | deals | decline | decrease text size
    designed by | desktop version | details | digital edition | directory | disclaimer | disclaimers
    discover | discuss | discussion | dismiss | do not sell my info | do not sell my personal information
    don't miss | donate | donate now | download | download app | download our app | download pdf
    download the app | downloads | downvote | e-mail | e-paper | edit profile | edition | editions
    editor's choice | editor's pick | editor's picks | editorial guidelines | editorial policy
    editors picks | editors' picks | elsewhere on the web | email | email a friend | email address
    email article | email newsletter | email this | email this article | embed | embed code | english
    enlarge | enlarge image | entries feed | entries rss | epaper | episodes | error | ethics policy
    events calendar | expand | explore | facebook | faq | faqs | favorite | featured | featured articles
    featured posts | featured stories | featured video | feedback | filed under | filter | filters
    find out more | find us on | find us on facebook | first | first name | flag | flag comment
    flipboard | follow | follow me | follow us | following | font size | forgot password
    forgot your password | forum | forums | forward | free newsletter | from around the web
    from our network | from our partners | from the web | front page | full episodes | full screen
    full story | fullscreen | further reading | galleries | gallery | games | get in touch | get the app
    get the newsletter | gift cards | give feedback | giveaway | giveaways | go | go to top | google
    google play | google plus | got a tip | got it | grid view | guest post | headlines | help
    help center | help centre | hide comments | home | home page | homepage | horoscopes | hosted by
    hot topics | house rules | html | i accept | i agree | image | impressum | imprint
    in case you missed it | in this article | in this story | increase text size | index | instagram
    jobs | join now | join the conversation | join the discussion | join today | join us
    jump to content | jump to navigation | keep me logged in | language | languages | larger | last
    last modified | last name | last updated | latest | latest articles | latest headlines | latest news
    latest posts | latest stories | latest updates | latest video | latest videos | learn more
    leave a comment | leave a reply | leave comment | leave your comment | legal | legal information
    legal notice | let's connect | letters to the editor | licensing | like | like this
    like us on facebook | likes | line | link copied | linkedin | list view | listen | listen to article
    listen to this article | live | live stream | live tv | livestream | load comments | load more
    loading | log in | log on | log out | login | logout | lost your password | main | main menu
    main navigation | main page | make a donation | manage cookies | masthead | media kit | menu
    messenger | meta | mobile | mobile apps | mobile version | more | more articles | more details
    more for you | more from this author | more headlines | more info | more news | more posts
    more stories | more to explore | more to read | more topics | most commented | most emailed
    most liked | most popular | most read | most recent | most shared | most viewed | most watched
    must read | must reads | must-read | mute | my account | my cart | my feed | my news | my profile
    name | navigation | network | newer post | newer posts | newest | newest first | news tips
    newsletter | newsletters | next | next article | next page | next photo | next post | next story
    next up | no | no comments | no comments yet | notifications | now playing | obituaries | offers | ok
    okay | older post | older posts | oldest | oldest first | on air | on our network | open | open image
    open menu | our apps | our network | our newsletter | our partners | our picks | our sites
    our story | our team | page | page not found | pages | paid content | paid post | partner content
    partner sites | partners | password | pause | pdf | permalink | permissions | photo | photo by
    photo credit | photo galleries | photo gallery | photos | pin | pin it | pingbacks | pinterest | play
    please wait | pocket | podcast | podcasts | poll | popular | popular articles | popular now
    popular posts | popular stories | post | post a comment | post comment | post comments
    post navigation | posted by | posted in | posted on | powered by | preferences | press | press office
    press release | press releases | press room | prev | previous | previous article | previous page
    previous post | previous story | print | print article | print edition | print page | print this
    print this page | privacy | privacy center | privacy notice | privacy policy | privacy settings
    privacy statement | profile | programmes | programs | promo codes | promoted | promoted content
    promoted stories | published | published by | published on | puzzles | quiz | radio | read also
    read comments | read full article | read full story | read later | read more | read next
    read the story | recent | recent activity | recent articles | recent comments | recent news
    recent posts | recent stories | recommended | recommended articles | recommended for you
    recommended reading | recommended stories | reddit | register | register now | registration
    reject all | related | related articles | related content | related coverage | related items
    related links | related news | related posts | related reading | related stories | related topics
    related video | related videos | remember me | replies | reply | reply to this | report
    report abuse | report ad | report comment | report this ad | repost | reprints | reset
    reset filters | results | return to top | retweet | rss | rss feed | save | save article
    save for later | saved | schedule | scroll to continue | scroll to top | search | search for
    search form | search results | search site | search this site | sections | see all | see also
    see comments | see more | select language | select your language | send | send by email
    send feedback | send to a friend | send us a tip | settings | share | share article | share it
    share link | share on | share story | share this | share this article | share this page
    share this story | share via | shop | show all | show comments | show less | show menu | show more
    show more photos | shows | sign in | sign out | sign up | sign up for our newsletter | sign up here
    sign up now | signup | similar | similar articles | similar posts | similar stories | site index
    site map | site navigation | site search | sitemap | skip ad | skip navigation | skip to content
    skip to main | skip to main content | skip to navigation | slide show | slideshow | smaller
    snapchat | social | social media | social networks | sort | sort by | source | sources
    special offers | sponsored | sponsored content | sponsored links | sponsored stories | staff
    stay connected | stay in touch | stay informed | store | story continues below
    story continues below advertisement | submit | submit a tip | submit an event | submit news
    subscribe | subscribe here | subscribe now | subscribe today | subscriber | subscribers only
    subscription | subscriptions | support | support us | survey | switch edition | tag | tags | telegram
    terms | terms & conditions | terms and conditions | terms of sale | terms of service | terms of use
    text | text size | the team | theme | tiktok | tip us | to top | today's deals | toggle menu
    toggle navigation | toggle search | top | top headlines | top news | top rated | top stories | topic
    topics | trackback | trackbacks | transcript | translate | trending | trending news | trending now
    trending stories | trending topics | tumblr | tv | tv guide | tv listings | tweet | tweet this
    twitter | unfollow | up next | upcoming events | updated | upload | upvote | user agreement
    user name | username | verified | via | viber | videos | view | view all | view all photos
    view cart | view comments | view gallery | view image | view more | view photos | viewed | views | vk
    vote | vote now | votes | watch | watch live | watch now | watchlist | weather forecast | website
    wechat | weibo | what to read next | whatsapp | who we are | wishlist | work for us | work with us
    wp login | write a comment | write for us | written by | x | yes | you may also like
    you may be interested in | you may like | you might also like | you might like | you missed
    your account | your comment | your email | your email address | your name | your privacy choices
    your privacy rights | youtube
"""

WHOLE: frozenset[str] = frozenset(
    phrase.strip() for line in _WHOLE_LINES.strip().splitlines() for phrase in line.split("|")
)

OPENING: tuple[Cue, ...] = (
    # bylines and dates of the page
    Cue(
        r"(?:written |posted |reported |edited |photos? |words |story |review )?by:? (?:[^\W\d]\S*[ ,&|]*){1,7}$",
        "By Maria Ortega and Jon Lindqvist",
        "By then the ministers had left.",
    ),
    Cue(
        r"(?:last )?(?:updated?|published|posted|modified|created|first published|date)\b(?: on| at|:| \|)? ?.{0,20}\d",
        "Updated: 14 Oct 2022, 09:15",
        "Published figures showed a fall of 3 percent.",
    ),
    Cue(
        r"\d+ (?:second|sec|minute|min|hour|hr|day|week|month|year)s? (?:ago|read)\b.{0,30}$",
        "3 hours ago",
        "3 days ago the bridge was still open.",
    ),
    Cue(
        r"(?:image|photo|picture|photograph|graphic|video)(?: (?:credit|source|copyright|caption|courtesy))s?\b(?: of| by|:| -)",
        "Image copyright: Steppe Pictures",
    ),
    Cue(
        r"(?:photo|photograph|image|picture|file photo|screenshot|source|via|credit)s?(?:/| by\b|:)[^.]{2,60}$",
        "Photo: A. Kerimov/Caspian Wire",
        "Source: the ministry said that grain was short, and that it would buy more abroad.",
    ),
    Cue(
        r"(?:getty images|afp|reuters|ap photo|associated press|shutterstock|istock|epa|tass|ria novosti)(?: ?[/|] ?\w.{0,40})?$",
        "AFP / R. Daulet",
    ),
    Cue(r"(?:source )?site-\d+$", "source site-12"),
    # invitations to go on elsewhere
    Cue(
        r"(?:read|see|watch|listen|hear|view|find|learn|discover|click)(?: (?:it|also|more|next|now|here|on|this|the full \w+))*(?: ?[:>»→|–—-]| here\b)",
        "READ MORE: Ministers meet over water",
        "See here what the delegates saw.",
    ),
    Cue(
        r"(?:also|must|don'?t miss|more|related|recommended|trending|exclusive|video|watch|photos?|gallery|in pictures|live|opinion|analysis|poll|quiz)(?: (?:read|watch|see|stories|story|news|articles?|video|coverage|on this|topics?|links?|by this author|from [\w ]{2,30}))?:",
        "RELATED: Five things to know about the summit",
    ),
    Cue(
        r"(?:previous|next|prev|older|newer)(?: (?:story|post|article|page|entry))?\b ?(?:[:>»«<→←|-]|$)",
        "Next Story",
    ),
    Cue(
        r"(?:more|latest|most read|popular|trending|top \w+|news|stories|articles?|posts) (?:from|in|on|by|about|stories|news|articles|posts)(?: [\w&'’.-]+){1,5}$",
        "More from Central Asia",
    ),
    Cue(
        r".{3,150}\[(?:insight|analysis|video|comment|pictures?|photos?|watch|live|opinion|interview|reveal(?:ed)?|report|explained|update|exclusive|latest|live ?blog|poll|maps?|graphic)s?\]$",
        "Envoy leaves talks early, aides say [ANALYSIS]",
    ),
    Cue(
        r"(?:click|tap|press|swipe|scroll|hover)(?: \w+)?(?: (?:to|for|on|the|down|through)\b)(?! (?:the )?(?:power|election|victory|government))",
        "Click here to see the gallery",
        "Press on the wound, the medic told him, and the bleeding stopped.",
    ),
    Cue(
        r"(?:back|return|go) to (?:the )?(?:top|home|homepage|main|previous|results|article|list|blog|news)\b.{0,30}$",
        "Back to top of page",
        "Back to the top table for a day, the prime minister smiled.",
    ),
    Cue(
        r"(?:view|see|show|load|browse|read|get|find) (?:all|more|full|other|the full|the latest|the rest|previous|\d+)\b[^.!?]{0,60}$",
        "View all 14 photos",
    ),
    # sharing, subscribing, logging in
    Cue(
        r"(?:share|tweet|pin|post|like|follow|find|join|connect|print|email|e-mail|save|send|bookmark|recommend)(?: (?:this|us|me|on|to|via|with|by|it|@\w+|our|the|in|article|story|page|post|link|a friend|[\w.]+ on)){1,4}\b[^.!?]{0,50}[.!]?$",
        "Share this on your favourite network",
        "Send in the army, he said.",
    ),
    Cue(
        r"(?:share|tweet|email|print|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram)(?:[ ,|/·•+-]+(?:share|tweet|e-?mail|print|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|comments?|google|copy|link|on|via|more|x|save|instagram|youtube|rss|messenger|sms|flipboard|tumblr|and)){1,}\W*$",
        "Facebook Twitter WhatsApp Email",
    ),
    Cue(
        r"(?:sign|log) ?(?:in|up|on|out)\b(?: (?:to|for|with|or|now|here|using|as|and)\b| ?[|/:]|$)",
        "Sign in with your account to comment",
        "Sign up they did, in their thousands.",
    ),
    Cue(r"subscribe\b[^.]{0,20}(?: to| for| now| today| via|:|$)", "Subscribe to our daily briefing"),
    Cue(
        r"(?:get|receive|sign up|register|enter|join|don'?t miss|want|like|love|enjoy(?:ed|ing)?)\b.{0,80}(?:newsletter|inbox|email address|e-mail address|news alerts|daily briefing|free trial|push notifications|mailing list|our app)\b",
        "Get the morning briefing delivered to your inbox",
    ),
    Cue(r"(?:enter|type) (?:your|the|a) ", "Enter your email"),
    Cue(
        r"(?:already|not) (?:a|have|registered|subscribed)\b.{0,30}(?:account|member|subscriber|registered|user|subscribed|print subscriber)\b.{0,30}\??$",
        "Already a member? Log in",
    ),
    Cue(
        r"(?:forgot|lost|reset|change|create|choose|confirm)(?: (?:your|my|a|an|the|new))* (?:password|username|account|login|profile)\b",
        "Forgotten your password?",
    ),
    # comments
    Cue(
        r"(?:\(?\d[\d,.k]*\)? )(?:comments?|shares?|likes?|views?|replies|reply|votes?|responses?|retweets?|tweets?|reads?|followers?|reactions?|photos?|images|videos?|points?|stars?|reviews?|ratings?|results|items?|articles|posts|stories|subscribers|members|answers|minutes?|pages)\b[^.]{0,25}$",
        "12 comments so far",
    ),
    Cue(
        r"(?:comments?|replies|shares?|views?|likes|votes?|reads|tags?|topics?|categor(?:y|ies)|filed under|labels?|keywords?|posted in|posted under|sections?|related to|location|copyright|credit|author|editor|reporter|contact|e-?mail|phone|tel|fax|address|mobile|hours|price|isbn|issn|doi|url|link|language|rating|permalink)s? ?(?:\(\d[\d,]*\)|[:#])",
        "Tags: Astana, rail, freight",
    ),
    Cue(
        r"(?:leave|post|add|write|submit|make|view|read|see|show|hide|load|join) (?:a |an |your |all |the |more |in the |\d+ )*(?:comments?|reply|replies|response|conversation|discussion|review|feedback)\b[^.]{0,40}$",
        "Leave a comment below",
    ),
    Cue(
        r"(?:be the first to|what do you think|have your say|tell us|let us know|share your (?:thoughts|views|opinion)|do you (?:have|agree|want|know)\b.{0,60}\?$|have (?:a|you got a) (?:tip|story|question)|got a (?:tip|story|question))",
        "What do you think? Have your say",
    ),
    Cue(
        r"(?:your|name|required|fields?|website|message|notify me|save my name|comment|type|captcha|solve|verify)\b.{0,60}(?:required|\*|will not be (?:published|shared)|marked|follow-up|by email|optional|browser for the next|robot|human|characters)",
        "Required fields are marked *",
    ),
    Cue(
        r"[^.!?]{2,40} (?:says|said|wrote|commented|replied|posted)(?: on [^.]{5,40})?:$",
        "steppe_rider says:",
        "The minister said on arriving in the capital that the talks had failed and that nobody would sign:",
    ),
    # the end of the page
    Cue(r"(?:©|\(c\)|copyright\b|&copy)", "© 2022 The Aral Gazette", ""),
    Cue(
        r"(?:all rights reserved|powered by|hosted (?:by|on)|designed by|website by|site by|built (?:by|with)|theme by|developed by|proudly powered)\b.{0,60}$",
        "Powered by a small press",
    ),
    Cue(
        r"(?:about|contact|privacy|terms|advertise|careers|help|sitemap|cookies?|legal|disclaimer)(?: (?:us|policy|of (?:use|service)|& conditions|and conditions|notice|statement|settings))?(?: ?[|·•/-] ?\w+| (?:about|contact|privacy|terms|advertise|careers|help|sitemap|cookie))",
        "About | Contact | Privacy",
    ),
    Cue(
        r"(?:this|the) (?:article|story|post|page|content|report|material|column)(?: \w+){0,2} (?:was|is|has been|first|originally|may|can|cannot|contains)\b.{0,40}(?:appeared|published|posted|updated|corrected|reproduced|protected|copyright|sponsored|affiliate|syndicated|edited)",
        "This story was originally published by the Aral Gazette.",
    ),
    Cue(
        r"(?:download|install|get) (?:the|our|free|now|it)\b.{0,40}(?:app|android|iphone|ios|google play|apk|pdf|edition|magazine)\b",
        "Download our free app for Android",
    ),
    Cue(
        r"(?:buy|order|shop|save|get|up to|only|from) .{0,30}(?:\d+% off|for free|free shipping|free trial|coupon|discount|per month|today only)\b",
        "Save up to 40% off your first year",
    ),
    Cue(
        r"(?:best|top \d+|the \d+ best)\b[^.]{0,60}\b(?:deals?|offers?|sales?|gifts?|discounts?|coupons?)\b",
        "Best kettle deals this week",
    ),
    Cue(r"(?:https?://|www\.)\S+$", "https://news.example/asia/4411"),
    Cue(r"(?:@\w+|#\w+)(?:[ ,]+[@#]\w+)*$", "@aral_gazette"),
    Cue(r"[\w.+-]+@[\w-]+\.[\w.]+$", "desk@gazette.example"),
    Cue(
        r"\w[\w ]{0,40} on (?:instagram|facebook|twitter|youtube|pinterest|linkedin|telegram|tiktok|flickr|soundcloud|spotify)$",
        "aralgazette on instagram",
    ),
    Cue(
        r"(?:latest|recent|popular|featured|more|fresh) (?:from|on|in) (?:the |our )?(?:blog|site|web|forum|archive|shop|category|author)s?$",
        "Fresh from the blog",
    ),
    Cue(r"(?:page|slide|photo|image|chapter|part|step|item) \d+ (?:of|/) \d+", "Page 2 of 5"),
    Cue(
        r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)?,? ?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?),? ?(?:\d{4})?(?:[ ,|at-]*\d{1,2}[:.]\d\d.{0,20})?$",
        "Friday, October 14, 2022 at 9:15 AM",
    ),
    Cue(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ ,|at-]*\d{1,2}[:.]\d\d.{0,20})?$", "14.10.2022 09:15"),
    Cue(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \w{2,4})?(?:,? .{0,25}\d{4})?$", "09:15 GMT"),
)

INSIDE: tuple[Cue, ...] = (
    Cue(r"\ball rights reserved\b", "Text and pictures: all rights reserved by the Gazette."),
    Cue(
        r"\b(?:use|uses|using|accept|store|stores|set|sets|about|disable|enable|our|of) (?:of )?cookies\b",
        "Our pages use cookies to remember what you read.",
        "Prosecutors say he sold cookies to the guards.",
    ),
    Cue(
        r"\b(?:privacy|cookie) (?:policy|notice|statement)\b",
        "By going on you accept our privacy policy.",
        "Privacy laws were tightened last year.",
    ),
    Cue(
        r"\bterms (?:of (?:use|service|sale)|and conditions|& conditions)\b.{0,60}\b(?:apply|agree|accept|privacy|policy|here|site|reserved)\b",
        "Terms and conditions apply to every order.",
    ),
    Cue(
        r"\b(?:you|continuing|clicking|browsing|using)\b.{0,40}\bagree to\b.{0,40}\b(?:our|the|these) (?:terms|use|policy|privacy|cookies)",
        "By clicking you agree to our terms.",
    ),
    Cue(
        r"\bmay not be (?:published|reproduced|copied|republished|redistributed|reprinted|used)\b",
        "This material may not be copied without leave.",
    ),
    Cue(
        r"\bour (?:free |daily |weekly |morning |email )*(?:newsletters?|mailing list|email alerts?)\b",
        "Our weekly newsletter brings you the best of the steppe.",
    ),
    Cue(r"\bemail address will not be\b", "Your email address will not be shared."),
    Cue(
        r"\b(?:recaptcha|javascript|ad ?blocker|web browser|html5)\b.{0,80}\b(?:enable|disabled?|support|supported|protected|applies|apply|upgrade|required|turn)|(?:enable|disable|turn on|upgrade|support|protected by).{0,40}\b(?:recaptcha|javascript|ad ?blocker|browser|html5)\b",
        "Please enable JavaScript to see this page.",
    ),
    Cue(
        r"\b(?:affiliate|commission)\b.{0,60}\b(?:links?|purchases?|sales?|buy)\b|\blinks?\b.{0,40}\bcommission\b",
        "We may earn a commission when you buy through links.",
        "The commission met twice over sales tax and purchases of arms.",
    ),
    Cue(
        r"\b(?:follow|like|find|join) (?:us|me|@\w+|\w+ \w+)? ?on (?:facebook|twitter|instagram|youtube|linkedin|telegram|tiktok|whatsapp)\b",
        "For more news follow us on Telegram.",
    ),
    Cue(r"\b(?:click|tap) here\b", "To read the whole report, click here."),
    Cue(
        r"\b(?:sign|signing) up (?:for|to) (?:our|the|a|receive)\b.{0,40}(?:newsletter|alerts|updates|emails|briefing)",
        "Sign up to receive updates by mail.",
    ),
    Cue(
        r"\b(?:views|opinions) expressed (?:here|in|by|on|are)\b",
        "The views expressed here are the author's own.",
        "The views he expressed were his own.",
    ),
    Cue(
        r"\bfollow (?:him|her|them|the author|\w+ \w+) (?:on|at) (?:twitter|@|facebook|instagram)",
        "Follow him on Twitter for more.",
    ),
    Cue(
        r"\bis a (?:staff |freelance |senior |contributing |political |business )*(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|author) (?:at|for|with|based|covering|who covers)\b.{0,200}(?:twitter|follow|@|covers|email|reach)",
        "Aida Nurlan is a staff writer for the Gazette who covers water; reach her by email.",
        "Aida Nurlan is a reporter for the Gazette and was arrested on Monday.",
    ),
    Cue(
        r"\b(?:reporting|editing|writing|additional reporting|compiled|translated|edited) by [^.]{3,80}(?:[;.)]|$)",
        "Reporting by A. Saparov; editing by L. Kim",
        "",
    ),
    Cue(
        r"\b(?:reach|contact|email|e-mail|write to) (?:him|her|us|the (?:author|writer|reporter)) at\b",
        "Contact the reporter at the desk below.",
    ),
    Cue(
        r"\bgift (?:card|subscription)s?\b|\bfree (?:shipping|trial|delivery)\b|\bpromo code\b|\bcancel any ?time\b",
        "Start your free trial; cancel any time.",
    ),
)
