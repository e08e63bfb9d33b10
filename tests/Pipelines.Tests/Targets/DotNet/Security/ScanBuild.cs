using Pipelines.Targets.DotNet;

namespace Pipelines.Tests.Targets.DotNet.Security;

internal sealed class ScanBuild : PipelineBuild, ISecurityScan;
