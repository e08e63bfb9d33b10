namespace Pipelines;

/// <summary>The author or caller can mend it: shown as its message alone, exit code 2.</summary>
/// <param name="message">Names the thing, the value found and the way out; several problems are several lines.</param>
public sealed class DefinitionException(string message) : Exception(message);
