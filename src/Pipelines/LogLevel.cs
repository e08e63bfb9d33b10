namespace Pipelines;

internal enum LogLevel
{
    Verbose,
    Debug,
    Information,
    Warning,
    Error,
}
