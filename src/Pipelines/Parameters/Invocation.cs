using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>What a command line says.</summary>
/// <param name="Targets">Named targets, spelled as declared, each once, in order; empty when none was named.</param>
/// <param name="Options">What is asked of the engine.</param>
/// <param name="Values">Values of parameters, at most one for each.</param>
/// <param name="Problems">Everything that is wrong, a sentence or two each; nothing may run unless empty.</param>
internal sealed record Invocation(ImmutableArray<string> Targets, EngineOptions Options, ImmutableArray<RawValue> Values, ImmutableArray<string> Problems);
