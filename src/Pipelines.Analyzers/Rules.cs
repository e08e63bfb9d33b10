using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers;

/// <summary>What the analyzers have to say; <c>docs/analyzers.md</c> has a section for each.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor TargetShape = new(
        "PIPE001",
        "A target is written as Target Name => _ => _",
        "'{0}' is {1}. Write 'Target {0} => _ => _...', so that the engine finds it and reads it once.",
        "Pipelines.Targets",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The engine finds instance properties, reads each once and recognises targets by their definitions.",
        "docs/analyzers.md#pipe001");

    public static readonly DiagnosticDescriptor Circle = new(
        "PIPE002",
        "Targets wait for each other",
        "Targets wait for each other: {0}. Remove one of these dependencies.",
        "Pipelines.Targets",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Nothing in a circle can be the first to run, so a run that needs it ends before it starts.",
        "docs/analyzers.md#pipe002",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor ResultWithoutDependency = new(
        "PIPE003",
        "A result is read without depending on its target",
        "Target '{0}' reads the result of '{1}' but does not depend on it. Add DependsOn({1}).",
        "Pipelines.Targets",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Only a dependency, direct or through others, makes sure that the result is there.",
        "docs/analyzers.md#pipe003",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor SecretShown = new(
        "PIPE004",
        "A secret is shown",
        "'{0}' is a secret and goes to {1}. Leave it out, or give the Secret itself, which prints ***.",
        "Pipelines.Security",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Masking is the last line of defence, not the place to send secrets to.",
        "docs/analyzers.md#pipe004");

    public static readonly DiagnosticDescriptor Blocking = new(
        "PIPE005",
        "The work of a target blocks",
        "'{0}' blocks in target '{1}' and cannot be cancelled. {2}.",
        "Pipelines.Work",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A blocked thread hears neither Ctrl-C nor a timeout, and other targets may want it.",
        "docs/analyzers.md#pipe005");

    public static readonly DiagnosticDescriptor NotAwaited = new(
        "PIPE006",
        "The work of a target is not awaited",
        "'{0}' is not awaited, so target '{1}' succeeds before it is done and whatever happens. {2}.",
        "Pipelines.Work",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Work that was bound to an action is started and forgotten.",
        "docs/analyzers.md#pipe006");

    public static readonly DiagnosticDescriptor OneResult = new(
        "PIPE007",
        "A typed target has exactly one Executes",
        "Target '{0}' has a typed result, so it needs exactly one Executes; it has {1}",
        "Pipelines.Targets",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The one Executes gives the result.",
        "docs/analyzers.md#pipe007");

    public static readonly DiagnosticDescriptor Hidden = new(
        "PIPE008",
        "A target has the name of a component's target and does not stand for it",
        "Target '{0}' is defined by {1} and by {2}. Make the one of {1} public and of the same type, so that it stands for both, or rename it.",
        "Pipelines.Targets",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Only a public property of the same type implements the one of a component.",
        "docs/analyzers.md#pipe008");

    public static readonly DiagnosticDescriptor StaticParameter = new(
        "PIPE009",
        "A parameter is an instance member",
        "Parameter '{0}' is static, so two builds could not have their own. Make it an instance member.",
        "Pipelines.Parameters",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Builds run in one process in tests, each with its own values.",
        "docs/analyzers.md#pipe009");
}
