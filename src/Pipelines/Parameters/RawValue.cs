using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>A value as text, before it is read as the type of its parameter.</summary>
/// <param name="Parameter">Whose value it is.</param>
/// <param name="Words">One for a plain value; any number for a collection.</param>
/// <param name="Source">Where it came from.</param>
internal sealed record RawValue(ParameterDeclaration Parameter, ImmutableArray<string> Words, ValueSource Source);
