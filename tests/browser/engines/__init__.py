"""The browsers that people bring: Chromium, Firefox and WebKit, the engine of every iPhone, driven in one way."""
