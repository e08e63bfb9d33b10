using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipelines.Analyzers;

/// <summary>Looks at compilations that know the engine, and at what people wrote in them.</summary>
public abstract class EngineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Words.Of(start.Compilation) is { } words)
            {
                Start(start, words);
            }
        });
    }

    private protected abstract void Start(CompilationStartAnalysisContext context, Words words);
}
