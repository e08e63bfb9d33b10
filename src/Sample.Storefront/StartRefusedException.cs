namespace Sample.Storefront;

/// <summary>The service does not start; the message is all that the operator needs.</summary>
/// <param name="message">What is wrong and how to mend it; several problems are several lines.</param>
/// <param name="exitCode">One of the codes of <c>sysexits.h</c>.</param>
internal sealed class StartRefusedException(string message, int exitCode) : Exception(message)
{
    /// <summary>A fault in the software itself.</summary>
    public const int Software = 70;

    /// <summary>Something in the configuration.</summary>
    public const int Configuration = 78;

    /// <summary>Exit code of the process.</summary>
    public int ExitCode { get; } = exitCode;
}
