namespace Pipelines.Execution;

/// <summary>Why work failed, in the words of whoever threw.</summary>
internal static class FailureText
{
    public static string Of(Exception exception) =>
        exception is TargetFailedException or DefinitionException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
}
