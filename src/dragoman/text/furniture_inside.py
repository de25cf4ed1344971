"""Phrases of legal notices, forms and offers, which are whole sentences.

A row is looked at only in lines that hold its `needle`, which keeps prose cheap.
"""

from __future__ import annotations

from dragoman.text.furniture_cues import Cue

INSIDE: tuple[Cue, ...] = (
    Cue(
        r"\ball rights reserved\b",
        "Text and pictures: all rights reserved by the Gazette",
        needle="reserved",
        afterwards=True,
    ),
    Cue(
        r"\b(?:use|uses|using|accept|disable|enable|our) (?:of )?cookies\b",
        "Our pages use cookies to remember what you read.",
        "Prosecutors say he sold cookies to the guards.",
        needle="cookies",
    ),
    Cue(
        r"\b(?:our|your|this|accept the|read the|see the|with the) (?:privacy|cookie) (?:policy|notice)\b",
        "By going on you accept our privacy policy today.",
        "Turkey fined the network over its privacy policy.",
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
        r"\b(?:material|content|article|text|site|part of (?:it|this)).{0,40} may not be (?:published"
        r"|reproduced|copied|republished|redistributed|reprinted)\b",
        "This material may not be copied without leave.",
        "The names of the dead may not be published, the court ruled.",
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
        r"\bfollow (?:me|him|her|the author|@\w+) (?:on|at) (?:<network>|@\w+)\b",
        "For more on water follow her on Telegram.",
        "Many Russians follow the war on Telegram.",
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
        r"\b(?:views|opinions) expressed (?:here|are|in this|by the author|on this)\b",
        "The views expressed here are the author's own.",
        "The views expressed in the letter angered Moscow.",
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
        r"(?:^|[(;] ?)(?:additional )?(?:reporting|editing|writing) by \S.{2,80}(?:[;)]|$)",
        "Reporting by A. Saparov; editing by L. Kim",
        "He was jailed for reporting by telephone from the front.",
        needle="ing by ",
        afterwards=True,
    ),
    Cue(
        r"\b(?:start|begin|get) (?:your|a) (?:\w+ )?free trial\b|\bfree shipping\b",
        "Start your free trial now.",
        "His lawyers asked for a fair and free trial.",
        needle="free",
    ),
    Cue(r"\bcancel (?:at )?any ?time\b", "Pay monthly and cancel any time you like.", needle="cancel"),
)
