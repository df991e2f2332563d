"""What comes with the program, or beside it: templates, fonts, examples.

folders          where templates, fonts and examples are, in a checkout and in an installed package
installing       what to type so that an extra comes to where the program runs
families         script, language and role → the font families that serve, as far as they are on this machine
citation_styles  the name of a citation style → its file, as far as they are on this machine
"""

from briefing.resources.citation_styles import citation_style_file, citation_style_names
from briefing.resources.families import Family, FontFile, font_families, hint_for
from briefing.resources.folders import assets_folder, package_folder, templates_folder
from briefing.resources.installing import install_command, pip_command

__all__ = [
    "Family",
    "FontFile",
    "assets_folder",
    "citation_style_file",
    "citation_style_names",
    "font_families",
    "hint_for",
    "install_command",
    "package_folder",
    "pip_command",
    "templates_folder",
]
