using System.Net;

namespace Pipelines.Forges;

/// <summary>GitHub or GitLab did not do what was asked; the message says what, why, and the way out, and never has the token.</summary>
public sealed class ForgeException : Exception
{
    internal ForgeException(string message, HttpStatusCode? status = null)
        : base(message) => Status = status;

    /// <summary>What it answered; null when it did not.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Too much was asked in too short a time.</summary>
    public bool IsLimit { get; internal init; }

    /// <summary>It may have been done all the same: the answer was lost, could not be read, or told of a fault of the server.</summary>
    public bool MayBeDone => Status is null or < HttpStatusCode.MultipleChoices or >= HttpStatusCode.InternalServerError;
}
