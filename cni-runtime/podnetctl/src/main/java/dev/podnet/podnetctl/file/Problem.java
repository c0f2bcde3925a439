package dev.podnet.podnetctl.file;

/**
 * One thing wrong with a stack file before its settings are looked at.
 *
 * @param reason a sentence: what is wrong
 * @param fix a sentence: what to do
 */
public record Problem(Position position, String reason, String fix) {}
