using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

internal sealed record LeaseView(Holder Holder, DateTimeOffset ExpiresAt, DateTimeOffset Since);
