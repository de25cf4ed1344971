"""Patterns that give page furniture away, as tables; the examples are the tests.

`OPENING` holds patterns for the beginning of a line; one that ends in ``$`` must fit the whole line.
`INSIDE` holds patterns for legal notices, forms and offers, which are whole sentences; such a row is looked
at only in lines that hold its `needle`, which keeps prose cheap.

Lines are case-folded before they are compared. ``<name>`` stands for the alternatives listed under that name
in `NAMED`. Each row carries a line that it must catch and, where prose comes close, one that it must spare.
"""

from __future__ import annotations

import re

import msgspec


class Cue(msgspec.Struct, frozen=True):
    """A pattern that betrays furniture.

    Attributes:
        pattern: a regular expression with ``<name>`` for a list of `NAMED`.
        catches: a line that is furniture because of it.
        spares: a line of prose that comes close, if any.
        needle: characters that every line it catches holds; only rows of `INSIDE` have them.
        afterwards: such lines stand after an article, not in or before it.
    """

    pattern: str
    catches: str
    spares: str = ""
    needle: str = ""
    afterwards: bool = False

    def compiled(self) -> re.Pattern[str]:
        """The regular expression, names filled in."""
        return re.compile(expand(self.pattern))


NAMED: dict[str, str] = {
    "network": "facebook|twitter|instagram|youtube|linkedin|telegram|tiktok|whatsapp|pinterest|reddit|flickr"
    "|spotify|soundcloud|google|messenger|tumblr|flipboard|rss|sms|x",
    "share": "share|tweet|pin|post|like|follow|find|join|connect|print|e-?mail|save|send|bookmark|recommend",
    "month": "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    "day": "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
    "clock": r"\d{1,2}[:.]\d\d.{0,20}",
    "counted": "comments?|shares?|likes?|views?|replies|votes?|responses?|retweets?|tweets?|reads?|followers?"
    "|reactions?|photos?|images|videos?|stars?|reviews?|ratings?|results|items?|articles|posts|subscribers",
    "label": "comments?|replies|shares?|views?|likes|votes?|tags?|topics?|categor(?:y|ies)|filed under"
    "|labels?|keywords?|posted in|posted under|sections?|copyright|credits?|authors?|editor|contact|e-?mail"
    "|phone|tel|fax|price|isbn|issn|doi|url|permalink|written by|by",
    "agency": "getty images|afp|reuters|ap photo|associated press|shutterstock|istock|epa|tass|ria novosti",
    "picture": "image|photo|picture|photograph|graphic|video|screenshot|file photo",
    "series": "insight|analysis|video|comment|pictures?|photos?|watch|live|opinion|interview|revealed|report"
    "|explained|update|exclusive|latest|live ?blog|poll|maps?|graphic|podcast|quiz",
    "remark": "comments?|reply|replies|response|conversation|discussion|review|feedback",
    "mailing": "newsletters?|mailing list|e-?mail alerts?|news alerts?|daily briefing|inbox"
    "|push notifications",
    "policy": "privacy|cookie|terms|sitemap|site map|disclaimer|advertise|careers|contact|about|help|legal",
    "journalist": "writer|reporter|correspondent|editor|columnist|contributor|journalist|author",
}
"""Lists of words that several patterns share."""


def expand(pattern: str) -> str:
    """``pattern`` with every ``<name>`` replaced by its alternatives."""
    return re.sub(r"(?<!\?P)<(\w+)>", lambda name: f"(?:{NAMED[name[1]]})", pattern)


OPENING: tuple[Cue, ...] = (
    # bylines, dates and credits
    Cue(
        r"(?:written |posted |reported |edited |photos? |words |story )"
        r"?by:? (?:[^\W\d][\w'’-]*[.]?(?: and |[ ,&|]+|$)){1,6}(?<!\w{4}[.])$",
        "By Maria Ortega and Jon Lindqvist",
        "By then the ministers had left.",
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
        r"<picture> (?:credit|source|copyright|caption|courtesy)s?\b(?: of| by|:| -|$)?",
        "Image copyright: Steppe Pictures",
    ),
    Cue(
        r"(?:<picture>|source|via|credit)s?(?:/| by\b|:)[^.]{2,60}$",
        "Photo: A Kerimov/Caspian Wire",
        "Source: the ministry said that grain was short, and that it would buy far more of it abroad.",
    ),
    Cue(r"<agency>(?: ?[/|] ?\w.{0,40})?$", "AFP / R. Daulet", "Reuters reported that the talks had failed."),
    Cue(r"(?:source )?site-\d+$", "source site-12"),
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
        r"(?:previous|next|prev|older|newer)(?: (?:story|post|article|page|entry))?\b ?[:>»«<→←|]",
        "Next Story: Rail link opens",
        "Next week the ministers meet again.",
    ),
    Cue(
        r"(?:more|latest|most read|popular|trending|top stories|news|stories|articles|posts)"
        r" (?:from|in|on|by|about)"
        r"(?: [\w&'’.-]+){1,4}$",
        "More from Central Asia",
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
        r"|via|to|in)\b[^.!?]{0,50})?[.!]?$",
        "Share this story with a friend",
        "Send in the army, he said.",
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
    Cue(r"[\w ]{1,40} on <network>$", "aralgazette on instagram", "The fair goes on."),
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
        r"\b[^.]{0,40}$",
        "Already a member? Log in",
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
        r"\(?\d[\d,.k]*\)? <counted>\b[^.]{0,25}$",
        "12 comments so far",
        "12 articles of the treaty remain in dispute between them.",
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
        r"[\w.@-]+(?: [\w.@-]+){0,2} (?:says|wrote|commented|replied)(?: on [^.]{5,40})?:$",
        "steppe_rider says:",
        "",
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
        r"(?:powered|hosted|designed|developed|website|site|theme|built)(?: proudly)? (?:by|with|on)"
        r"\b[^.]{0,50}$",
        "Powered by a small press",
        afterwards=True,
    ),
    Cue(
        r"<policy>(?: (?:us|policy|of (?:use|service)|& conditions|notice|statement|settings))?(?: ?["
        r"|·•/] ?| )<policy>\b",
        "About | Contact | Privacy",
    ),
    Cue(
        r"(?:this|the) (?:article|story|post|content|column)(?: \w+){0,2} (?:was|is|has been|may|can)\b"
        r".{0,30}\b(?:appeared|published|posted|updated|corrected|reproduced|copyright|sponsored|affiliate)",
        "This story was originally published by the Aral Gazette.",
        "The report on the dam was long in the making.",
    ),
    Cue(
        r"(?:buy|order|shop|save|up to|only)\b.{0,30}(?:\d+% off|free shipping|coupon|discount|per month"
        r"|today only)",
        "Save up to 40% off your first year",
    ),
    Cue(
        r"(?:best|top \d+)\b[^.]{0,60}\b(?:deals?|offers?|sales?|gifts?|discounts?|coupons?)\b",
        "Best kettle deals this week",
    ),
    Cue(r"(?:https?://|www\.)\S+$", "https://news.example/asia/4411"),
    Cue(r"(?:[@#]\w+[ ,]*)+$", "@aral_gazette"),
    Cue(r"[\w.+-]+@[\w-]+\.[\w.]+$", "desk@gazette.example"),
    Cue(r"(?:page|slide|photo|image) \d+ (?:of|/) \d+", "Page 2 of 5"),
)

INSIDE: tuple[Cue, ...] = (
    Cue(
        r"\ball rights reserved\b",
        "Text and pictures: all rights reserved by the Gazette",
        needle="reserved",
        afterwards=True,
    ),
    Cue(
        r"\b(?:use|uses|using|accept|stores?|sets?|about|disable|enable|our|of) (?:of )?cookies\b",
        "Our pages use cookies to remember what you read.",
        "Prosecutors say he sold cookies to the guards.",
        needle="cookies",
    ),
    Cue(
        r"\b(?:privacy|cookie) (?:policy|notice|statement)\b",
        "By going on you accept our privacy policy today.",
        "Privacy laws were made stricter.",
        needle="policy",
    ),
    Cue(
        r"\bterms (?:of (?:use|service|sale)|and conditions|& conditions) (?:apply|here|and (?:privacy"
        r"|our))\b",
        "Our terms of service apply to every order.",
        "The terms of sale were kept secret.",
        needle="terms",
    ),
    Cue(
        r"\bagree to\b.{0,40}\b(?:our|the|these) (?:terms|use of|policy|privacy)\b.{0,30}\b(?:use|service"
        r"|policy|conditions|privacy)",
        "By clicking you agree to our terms of use.",
        "Both agree to the terms of the truce.",
        needle="agree",
    ),
    Cue(
        r"\bmay not be (?:published|reproduced|copied|republished|redistributed|reprinted)\b",
        "This material may not be copied without leave.",
        needle="may not be",
    ),
    Cue(
        r"\bour (?:\w+ ){0,3}(?:<mailing>)",
        "Our weekly newsletter brings you the best of the steppe.",
        needle="our ",
    ),
    Cue(
        r"\bemail address will not be\b",
        "Your email address will not be shared.",
        needle="email",
        afterwards=True,
    ),
    Cue(
        r"\b(?:enable|turn on|allow) javascript\b|\bjavascript (?:is|must|enabled|disabled|to)\b",
        "Please enable JavaScript to see this page.",
        needle="javascript",
    ),
    Cue(
        r"\b(?:protected by|and) (?:google )?recaptcha\b",
        "This form is protected by reCAPTCHA and so on.",
        needle="recaptcha",
    ),
    Cue(r"\byour (?:web )?browser\b", "Your browser is too old for this video.", needle="browser"),
    Cue(
        r"\bearn a(?:n affiliate)? commission\b",
        "We may earn a commission when you buy through links.",
        "The commission met over purchases of arms.",
        needle="commission",
    ),
    Cue(r"\baffiliate (?:links?|partners?)\b", "This page holds affiliate links.", needle="affiliate"),
    Cue(
        r"\bfollow (?:me|him|her|them|the author|@?\w+ ?\w*) (?:on|at) (?:<network>|@\w+)\b",
        "For more on water follow Aida Nurlan on Telegram.",
        "They follow the war on radio.",
        needle="follow",
    ),
    Cue(
        r"\b(?:follow|like|find|join) us on <network>\b",
        "For more news follow us on Telegram.",
        "They left us on Tuesday.",
        needle=" us on ",
    ),
    Cue(r"\bclick here\b", "To read the whole report click here.", needle="click here"),
    Cue(
        r"\b(?:views|opinions) expressed (?:here|in|by|on|are)\b",
        "The views expressed here are the author's own.",
        "The views he expressed were his own.",
        needle="expressed",
    ),
    Cue(
        r"\bis an? (?:\w+ ){0,3}<journalist> (?:at|for|with|based|covering|who covers)"
        r"\b.{0,200}\b(?:twitter|follow|covers|email|reach)",
        "Aida Nurlan is a staff writer for the Gazette who covers water; reach her by email.",
        "Aida Nurlan is a reporter for the Gazette and was arrested on Monday.",
        needle=" is a",
        afterwards=True,
    ),
    Cue(
        r"\b(?:reporting|editing|writing) by \S.{2,80}(?:[;)]|$)",
        "Reporting by A. Saparov; editing by L. Kim",
        "He made his living by the pen.",
        needle="ing by ",
        afterwards=True,
    ),
    Cue(r"\bgift (?:card|subscription)s?\b", "Send gift cards to your friends", needle="gift"),
    Cue(r"\bfree (?:shipping|trial|delivery)\b", "Start your free trial now.", needle="free"),
    Cue(r"\bcancel (?:at )?any ?time\b", "Pay monthly and cancel any time you like.", needle="cancel"),
)
